"""Claims: two moderators see that the other is at a comment already."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from comments.models import ReaderComment

LASTS = timedelta(minutes=10)


def claim(*, comment_id, actor):
    """Put `actor`'s name on a comment for ten minutes; give whether it is theirs now (bool).

    Nobody reads two comments at once: an earlier claim of theirs ends.
    """
    ReaderComment.objects.filter(claimed_by=actor).exclude(pk=comment_id).update(claimed_by=None)
    now = timezone.now()
    free = Q(claimed_by=None) | Q(claimed_by=actor) | Q(claimed_at__lt=now - LASTS)
    rows = ReaderComment.objects.filter(free, pk=comment_id).exclude(lane="")
    return bool(rows.update(claimed_by=actor, claimed_at=now))


def claimed_by_other(comment, actor):
    """Give the user who has claimed `comment` and still works on it, or None when it is `actor` or nobody."""
    if comment.claimed_by_id in (None, actor.pk) or comment.claimed_at < timezone.now() - LASTS:
        return None
    return comment.claimed_by
