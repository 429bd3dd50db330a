"""Forms for readers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import BODY_LIMIT, NAME_LIMIT, CommentReport, PageFeedback
from .text import clean_line, clean_text


class TypedText(forms.CharField):
    """Text as typed. A line break counts as one character, as it does in the browser."""

    def __init__(self, **kwargs):
        super().__init__(strip=False, **kwargs)

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


def not_empty(text, message):
    """Give `text`; raise ValidationError(message) when nothing in it can be seen."""
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise forms.ValidationError(message)
    return text


class Shared(dict):
    """Fields that all forms of a class have in common; so none may be changed in a form.

    Django copies them for each form, which takes longer than to check what was typed.
    """

    def __deepcopy__(self, memo):
        return self


class CommentForm(forms.Form):
    """What a reader types: name, e-mail if they like, the comment. The label of the consent is its text."""

    name = TypedText(
        label=_("Your name"),
        max_length=NAME_LIMIT,
        error_messages={"required": _("Please give a name.")},
        help_text=_("Shown with your comment. It need not be your real name."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "nickname",
                "maxlength": NAME_LIMIT,
                "aria-describedby": "id_name_helptext",
            }
        ),
    )
    email = forms.EmailField(
        label=_("E-mail (optional)"),
        required=False,
        help_text=_("Never shown."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "aria-describedby": "id_email_helptext"}),
    )
    body = TypedText(
        label=_("Your comment"),
        max_length=BODY_LIMIT,
        error_messages={"required": _("Please write something.")},
        widget=forms.Textarea(attrs={"rows": 7, "maxlength": BODY_LIMIT}),
    )
    notify_replies = forms.BooleanField(
        label=_("Mail me when someone answers (we first ask you to confirm the address)"), required=False
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Please tick that you agree; without it we may not keep your comment.")}
    )
    website = forms.CharField(
        label=_("Website"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    altcha = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_name(self):
        return not_empty(clean_line(self.cleaned_data["name"]), _("Please give a name."))

    def clean_body(self):
        return not_empty(clean_text(self.cleaned_data["body"]), _("Please write something."))

    def clean(self):
        data = super().clean()
        if data.get("notify_replies") and not data.get("email") and "email" not in self.errors:
            self.add_error("email", _("To be mailed about answers, give an e-mail address."))
        return data


CommentForm.base_fields = Shared(CommentForm.base_fields)


class CorrectionForm(forms.Form):
    """A writer's own comment, while it may still be corrected."""

    body = TypedText(
        label=_("Your comment"),
        max_length=BODY_LIMIT,
        error_messages={"required": _("Please write something.")},
        widget=forms.Textarea(attrs={"rows": 7, "maxlength": BODY_LIMIT}),
    )

    def clean_body(self):
        return not_empty(clean_text(self.cleaned_data["body"]), _("Please write something."))


class ReportForm(forms.ModelForm):
    """Why a reader reports a comment."""

    class Meta:
        model = CommentReport
        fields = ("reason", "text")
        widgets = {"reason": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 3, "maxlength": 500})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = CommentReport.Reason.choices

    def clean_text(self):
        return clean_text(self.cleaned_data["text"])


class FeedbackForm(forms.ModelForm):
    """A reader's private word about a page."""

    helpful = forms.TypedChoiceField(
        label=_("Was this page helpful?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )

    class Meta:
        model = PageFeedback
        fields = ("helpful", "problem", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 4, "maxlength": 2000})}

    def clean_text(self):
        return clean_text(self.cleaned_data["text"])


class RightsForm(forms.Form):
    """The address to which the link to one's own comments goes."""

    email = forms.EmailField(
        label=_("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
