"""The text a writer agrees to, in its current version."""

from django.utils.translation import gettext, override

from comments.models import ConsentText


def first_consent(language):
    """Give the text (str) the app ships in `language`."""
    with override(language):
        return gettext(
            "My name and my comment may appear on this page. My e-mail address is never shown. "
            "I can ask for a copy or for deletion at any time. I leave out what others should not know "
            "about my health."
        )


def current_consent(*, language):
    """Give the newest ConsentText in `language`; the app's own becomes version 1 where there is none."""
    newest = ConsentText.objects.filter(language=language).order_by("-pk").first()
    return newest or ConsentText.objects.create(language=language, text=first_consent(language))
