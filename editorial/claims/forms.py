"""What staff fill in about claims."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

MAX_TEXT = 100_000


class TryForm(forms.Form):
    """A text to try the linter on: `text` (str) and `language` ("", "en" or "zh-hans")."""

    text = forms.CharField(
        label=_("Text"),
        max_length=MAX_TEXT,
        widget=forms.Textarea({"rows": 10}),
        help_text=_("Nothing is stored."),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("Each sentence's own")), ("en", _("English")), ("zh-hans", _("Chinese"))],
    )


class ExceptionForm(forms.Form):
    """A request for leave; rule and sentence come from the hit."""

    rule = forms.CharField(widget=forms.HiddenInput, max_length=50)
    sentence = forms.CharField(widget=forms.HiddenInput, max_length=2000)
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea({"rows": 4}),
        max_length=2000,
        help_text=_("Why may this sentence stay as it is? The second person reads this."),
    )
    expires_on = forms.DateField(
        label=_("Holds until"),
        widget=AdminDateInput,
        help_text=_("Within a year; then it is looked at again."),
    )


class DecisionForm(forms.Form):
    """A word on the decision."""

    note = forms.CharField(
        label=_("Note"), widget=forms.Textarea({"rows": 3}), required=False, max_length=2000
    )
