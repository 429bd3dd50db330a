"""Forms for readers who report a danger and for staff who decide and correct."""

import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.models import Correction, SafetyReport

TEXT_LIMIT = 5000
# C0 and C1 controls but not tab and line feed; and lone surrogates, which no database takes.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class TypedText(forms.CharField):
    """Long text as typed: a line break counts as one character, as in the browser; controls are dropped."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": TEXT_LIMIT, **kwargs})

    def to_python(self, value):
        return super().to_python(CONTROLS.sub("", (value or "").replace("\r\n", "\n")))


def text_area(rows=6):
    return forms.Textarea(attrs={"rows": rows, "maxlength": TEXT_LIMIT})


class ReportForm(forms.Form):
    """What a reader says: where, what, and an e-mail if they like."""

    place = forms.CharField(label=_("Which part of the page?"), required=False)
    text = TypedText(
        label=_("What could harm?"),
        help_text=_("What does the page say, and how could it hurt somebody who follows it?"),
        error_messages={
            "required": _("Please write what could harm."),
            "max_length": _("Too long: at most %(limit_value)d characters, yours has %(show_value)d."),
        },
        widget=text_area(8),
    )
    email = forms.EmailField(
        label=_("E-mail (optional)"),
        required=False,
        help_text=_("Only for questions about your report. Never shown."),
        error_messages={"invalid": _("This is not an e-mail address. Correct it or leave it empty.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Website"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args, parts=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.parts = {part.anchor: part for part in parts}
        choices = [("", _("The whole page")), *((part.anchor, part.title) for part in parts)]
        self.fields["place"].widget = forms.Select(choices=choices)

    def clean_place(self):
        """Give the Part, None for the whole page: a heading that is gone meanwhile stops no report."""
        return self.parts.get(self.cleaned_data["place"])

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave the field “Website” empty, then send again."))
        return ""


class DecisionForm(forms.Form):
    """What staff decide about a report."""

    status = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (SafetyReport.Status.ACCEPTED, _("Accepted: the page could harm")),
            (SafetyReport.Status.DISMISSED, _("Not a danger")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decide.")},
    )
    outcome = TypedText(
        label=_("Reason"),
        help_text=_("For staff: why you decide so, and what was done."),
        error_messages={"required": _("Write why you decide so.")},
        widget=text_area(4),
    )
    correction_text = TypedText(
        label=_("Public correction"),
        required=False,
        help_text=_("Only for an accepted report. For readers: what was wrong and what is right now."),
        widget=text_area(4),
    )
    correction_reason = TypedText(
        label=_("How the mistake was noticed"),
        required=False,
        help_text=_("For readers; without anything that points to the person who reported it."),
        widget=text_area(2),
    )

    def clean(self):
        """Refuse a correction that has no accepted report, and a reason that has no correction."""
        data = super().clean()
        if data.get("correction_text") and data.get("status") == SafetyReport.Status.DISMISSED:
            self.add_error("correction_text", _("A correction belongs to an accepted report only."))
        if data.get("correction_reason") and not data.get("correction_text"):
            self.add_error("correction_text", _("Write what was corrected, or leave both fields empty."))
        return data


class CorrectionForm(forms.ModelForm):
    """A correction that readers see."""

    text = TypedText(
        label=_("What was corrected"),
        help_text=_(
            "For readers: what was wrong and what is right now. A spelling mistake needs no correction."
        ),
        error_messages={"required": _("Write what was wrong and what is right now.")},
        widget=text_area(5),
    )
    reason = TypedText(
        label=_("How the mistake was noticed"),
        required=False,
        help_text=_("For readers."),
        widget=text_area(3),
    )
    made_on = forms.DateField(
        label=_("Corrected on"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    class Meta:
        model = Correction
        fields = ["text", "reason", "made_on"]

    def clean_made_on(self):
        if self.cleaned_data["made_on"] > timezone.localdate():
            raise forms.ValidationError(_("A correction cannot be dated in the future."))
        return self.cleaned_data["made_on"]
