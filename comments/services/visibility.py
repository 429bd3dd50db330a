"""Keeping a thread's shape and telling the host what appeared or disappeared."""

from functools import partial

from django.db import transaction

from comments.models import ReaderComment, Status
from comments.signals import comment_visibility_changed


def announce(comment, *, visible):
    """Send `comment_visibility_changed` once the transaction is through; a failing listener is logged."""
    send = partial(
        comment_visibility_changed.send_robust,
        sender=ReaderComment,
        page_id=comment.page_id,
        comment_id=comment.pk,
        visible=visible,
    )
    transaction.on_commit(send)


def _should_show(comment):
    return comment.status == Status.APPROVED or comment.replies.filter(shown=True).exists()


def settle_places(comment):
    """Give `comment` and those above it a place in the thread exactly when something hangs on it."""
    while comment is not None:
        shown = _should_show(comment)
        if shown == comment.shown:
            return
        comment.shown = shown
        ReaderComment.objects.filter(pk=comment.pk).update(shown=shown)
        comment = comment.parent
