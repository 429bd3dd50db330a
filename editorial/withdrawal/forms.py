"""The form with which a page is withdrawn."""

from django import forms
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.translations import language_name

NOTICE_LIMIT = 5000
PREFIX = "notice_"


def default_notice(language):
    """Give the words (str) with which the notice starts, in `language` (a code)."""
    with translation.override(language):
        return gettext(
            "We took this page off because something on it may harm. Please do not act on what you read here "
            "before. If you already did and are worried, ask a doctor or pharmacist."
        )


class WithdrawForm(forms.Form):
    """One notice for each language of the family, and which copies go off too."""

    copies = forms.MultipleChoiceField(
        label=_("Copies to be taken off too"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("These share an editing history with the page. Untick what has become another text."),
    )

    def __init__(self, *args, family, **kwargs):
        super().__init__(*args, **kwargs)
        self.family = family
        choices = [(str(page.pk), str(page)) for page in family.copies if not page.alias_of_id]
        self.fields["copies"].choices = choices
        self.fields["copies"].initial = [key for key, _title in choices]
        if not choices:
            del self.fields["copies"]
        for language in family.languages:
            self.fields[f"{PREFIX}{language}"] = _notice_field(language)

    @property
    def notices(self):
        """The notices ({language code: str})."""
        return {
            name.removeprefix(PREFIX): words
            for name, words in self.cleaned_data.items()
            if name.startswith(PREFIX)
        }

    @property
    def keep(self):
        """The ids (list of int) of copies that stay."""
        ticked = set(self.cleaned_data.get("copies", []))
        return [page.pk for page in self.family.copies if not page.alias_of_id and str(page.pk) not in ticked]


def _notice_field(language):
    return forms.CharField(
        label=_("Notice for readers (%(language)s)") % {"language": language_name(language)},
        initial=default_notice(language),
        max_length=NOTICE_LIMIT,
        error_messages={"required": _("Readers need a notice: say why the page is gone.")},
        widget=forms.Textarea(attrs={"rows": 5, "lang": language}),
    )
