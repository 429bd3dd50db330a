"""Rules about whether a comment may appear before a moderator has seen it."""

from comments.models import CommentSettings, Lane, Sanction
from comments.standing import approvals_in_a_row, sanctions_on

from .answers import ALLOWED, held

Moderation = CommentSettings.Moderation


def _is_trusted(draft):
    return any(sanction.kind == Sanction.Kind.TRUST for sanction in sanctions_on(draft))


def moderation_mode(draft):
    """Hold what the site's mode wants read first: everything, the first comments, or the untrusted."""
    mode = draft.settings.moderation
    if mode == Moderation.ALL:
        return held("all_wait", lane=Lane.PENDING)
    if _is_trusted(draft):
        return ALLOWED
    if mode == Moderation.TRUSTED:
        return held("not_trusted", lane=Lane.PENDING)
    needed = draft.settings.first_approvals
    seen = approvals_in_a_row(draft, needed)
    if seen >= needed:
        return ALLOWED
    return held("first_comments", f"{seen}/{needed}", lane=Lane.PENDING)
