"""What a new site begins with."""

from .models import CommentSettings


def settings_of_site(instance, raw=False, **_signal):
    """Make the settings of a Site when it is saved: else its first reader would have to write them."""
    if not raw:
        CommentSettings.for_site(instance)
