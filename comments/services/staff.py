"""Replies by the site's own staff, and sanctions."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import ReaderComment, Sanction, Status
from comments.text import body_key, clean_text

from .moderation import decide
from .notices import tell_about_reply
from .posting import save_in_place
from .visibility import announce


@transaction.atomic
def reply_as_staff(*, comment_id, version, actor, body):
    """Publish a reply with the staff badge, approving the comment first where it waits; give the reply.

    Raises what `decide` raises, and ValidationError for an empty text or a comment that stays hidden.
    """
    body = clean_text(body)
    if not body:
        raise ValidationError(_("Please write something."))
    parent = decide(comment_id=comment_id, version=version, actor=actor, action="approve")
    if not parent.is_public:
        raise ValidationError(_("Somebody else must agree before this safeguarding comment is published."))
    reply = ReaderComment(
        page_id=parent.page_id,
        parent=parent,
        root_id=parent.thread_id,
        name=str(actor)[:80],
        user=actor,
        body=body,
        body_key=body_key(body),
        language=parent.language,
        status=Status.APPROVED,
        lane="",
        shown=True,
    )
    save_in_place(reply)
    reply.log.create(actor=actor, action="staff_reply", after={"status": reply.status})
    tell_about_reply(reply)
    announce(reply, visible=True)
    return reply


KEYS = {
    Sanction.Target.WRITER: "writer_key",
    Sanction.Target.EMAIL: "email_key",
    Sanction.Target.NETWORK: "network_key",
}
# The salt of a network's hash is gone after two days; a longer sanction would only seem to hold.
NETWORK_LIMIT = timedelta(days=2)


@transaction.atomic
def sanction(*, comment, actor, kind, target, reason, days=None):
    """Ban, hold or trust the writer of `comment`; give the Sanction.

    `kind`, `target`: values of Sanction.Kind and Sanction.Target; `days` (int) until it ends, None: until
    lifted. Raises ValidationError without a reason or when the comment does not tell whom to aim at.
    """
    value = getattr(comment, KEYS[target])
    if not value:
        raise ValidationError(_("This is not known about the writer any more. Choose another."))
    ends_at = timezone.now() + timedelta(days=days) if days else None
    if target == Sanction.Target.NETWORK:
        latest = timezone.now() + NETWORK_LIMIT
        ends_at = min(ends_at, latest) if ends_at else latest
    new = Sanction(
        kind=kind, target=target, value=value, reason=reason, comment=comment, actor=actor, ends_at=ends_at
    )
    new.full_clean(exclude=["comment", "actor"])
    new.save()
    comment.log.create(actor=actor, action=f"sanction_{kind}", rule=target, reason=reason)
    return new


@transaction.atomic
def lift(*, sanction_id, actor):
    """End a sanction now; give whether it was still in force (bool)."""
    row = Sanction.objects.in_force().filter(pk=sanction_id).select_related("comment").first()
    if row is None:
        return False
    row.lifted_at, row.lifted_by = timezone.now(), actor
    row.save(update_fields=["lifted_at", "lifted_by"])
    if row.comment:
        row.comment.log.create(actor=actor, action="sanction_lifted", rule=row.target)
    return True
