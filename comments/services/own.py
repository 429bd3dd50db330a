"""What writers do with their own comments: correct within the window, take back, confirm an address."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from comments.models import Lane, MailAddress, ReaderComment, Status
from comments.policy import site_settings
from comments.text import body_key

from .changes import change
from .notices import tell_moderators


def may_edit(comment, writer_key):
    """Whether the holder of `writer_key` may still change `comment` (bool)."""
    if not writer_key or comment.writer_key != writer_key or comment.erased_at:
        return False
    if comment.status not in (Status.PENDING, Status.APPROVED):
        return False
    window = timedelta(minutes=site_settings(comment.page).edit_minutes)
    return timezone.now() - comment.created_at <= window


@transaction.atomic
def edit_comment(*, comment, body, verdict):
    """Give the comment a corrected text; what the guard now holds waits again.

    A correction never leaves the safeguarding lane, and nobody has agreed to the new text yet. Raises
    ConflictError when a moderator changed the comment meanwhile.
    """
    known = comment.lane == Lane.SAFEGUARDING
    fields = {"body": body}
    if verdict.holds or comment.status == Status.PENDING:
        fields |= {"status": Status.PENDING, "lane": comment.lane if known else verdict.lane or comment.lane}
    extra = {"edited_at": timezone.now(), "body_key": body_key(body), "spam_score": verdict.spam_score}
    extra |= {"first_approver": None, "risk": max(verdict.risk, comment.risk)}
    if verdict.reasons:
        extra["reasons"] = [*comment.reasons, *verdict.reasons][-20:] if known else verdict.reasons
    facts = {"version": comment.version, "actor": None, "action": "edited", "rule": "writer"}
    change(comment, **facts, fields=fields, **extra)
    if comment.lane == Lane.SAFEGUARDING and not known:
        tell_moderators(comment, "safeguarding")
    return comment


@transaction.atomic
def take_back(*, comment):
    """Remove a comment because its writer asks; a place in the thread is kept. Raises ConflictError."""
    change(
        comment,
        version=comment.version,
        actor=None,
        action="taken_back",
        rule="writer",
        fields={"status": Status.REMOVED, "lane": ""},
    )
    return comment


@transaction.atomic
def confirm_address(*, comment_id, key):
    """Mark the address of a comment, and of others from the same browser, as confirmed; give whether done."""
    comment = ReaderComment.objects.filter(pk=comment_id, email_key=key).exclude(email="").first()
    if comment is None:
        return False
    same = ReaderComment.objects.filter(email_key=key, writer_key=comment.writer_key)
    (same if comment.writer_key else same.filter(pk=comment_id)).update(email_confirmed=True)
    MailAddress.objects.filter(key=key).update(confirmed_at=timezone.now(), unsubscribed_at=None)
    return True


def address_is_confirmed(*, key, writer_key):
    """Whether this browser has confirmed this address before (bool)."""
    if not key or not writer_key:
        return False
    known = ReaderComment.objects.filter(email_key=key, writer_key=writer_key, email_confirmed=True)
    return known.exists()


def stop_mail(*, key):
    """End all mail to the address with this key."""
    # The key is enough to know the address again.
    MailAddress.objects.update_or_create(key=key, defaults={"unsubscribed_at": timezone.now(), "email": ""})
    ReaderComment.objects.filter(email_key=key).update(notify_replies=False)
