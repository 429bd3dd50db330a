"""The upload form."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

MOST_FILES = 50


class ManyFilesInput(forms.ClearableFileInput):
    """A file field that takes several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Cleans to a list of uploaded files; empty ones pass, the importer names them with the reason."""

    widget = ManyFilesInput(attrs={"accept": ".txt,.text,text/plain"})

    def clean(self, data, initial=None):
        """Give the files (list of UploadedFile)."""
        files = data if isinstance(data, (list, tuple)) and data else [data or None]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                ngettext(
                    "Please choose at most %(limit)s file at a time.",
                    "Please choose at most %(limit)s files at a time.",
                    MOST_FILES,
                )
                % {"limit": MOST_FILES}
            )
        return [super(ManyFilesField, self).clean(file, initial) for file in files]


class UploadForm(forms.Form):
    """Choose files to import."""

    files = ManyFilesField(
        label=_("Files"),
        allow_empty_file=True,
        help_text=_("Pages saved as plain text (.txt). Each becomes a draft; nothing is published."),
        error_messages={"required": _("Please choose at least one file.")},
    )


class TitleForm(forms.Form):
    """Confirm or change a title."""

    title = forms.CharField(label=_("Title"), max_length=255)
