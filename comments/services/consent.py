"""The text a writer agrees to, in its current version."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext, override
from django.utils.translation import gettext as _

from comments.models import ConsentText
from comments.text import clean_text
from freshness.kept import counted


def first_consent(language):
    """Give the text (str) the app ships in `language`."""
    with override(language):
        return gettext(
            "My name and my comment may appear on this page. My e-mail address is never shown. "
            "I can ask for a copy or for deletion at any time. I leave out what others should not know "
            "about my health."
        )


@transaction.atomic
def change_consent(*, language, text):
    """Put a new ConsentText in use for `language` and give it; the same text again changes nothing.

    Comments keep the version their writers saw. Raises ValidationError for an empty text.
    """
    text = clean_text(text)
    if not text:
        raise ValidationError(_("Please write something."))
    current = _newest(language)
    return current if current.text == text else ConsentText.objects.create(language=language, text=text)


def current_consent(*, language):
    """Give the newest ConsentText in `language`; the app's own becomes version 1 where there is none."""
    return counted(f"consent-{language}", lambda: _newest(language))


def _newest(language):
    newest = ConsentText.objects.filter(language=language).order_by("-pk").first()
    return newest or ConsentText.objects.create(language=language, text=first_consent(language))
