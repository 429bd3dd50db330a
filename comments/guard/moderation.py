"""Rules about whether a comment may appear before a moderator has seen it."""

from comments.models import CommentSettings, Lane

from .answers import ALLOWED, held

Moderation = CommentSettings.Moderation


def moderation_mode(draft):
    """Hold every comment where the site reads all of them first."""
    if draft.settings.moderation == Moderation.ALL:
        return held("all_wait", lane=Lane.PENDING)
    return ALLOWED
