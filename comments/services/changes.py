"""The one way a stored comment changes: an UPDATE that only succeeds on the version that was seen."""

from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import ReaderComment, Status

from .visibility import announce, settle_places


@dataclass
class ConflictError(Exception):
    """Another moderator was faster; `comment` is as they left it, `by` who it was (str)."""

    comment: ReaderComment
    by: str

    @property
    def sentence(self):
        """What the moderator is told (str)."""
        facts = {
            "name": self.comment.name,
            "who": self.by or _("somebody"),
            "status": self.comment.get_status_display(),
        }
        return _("Not done: %(who)s has changed the comment by %(name)s meanwhile (%(status)s).") % facts


def conflict_on(comment_id):
    """Give the ConflictError that tells who changed the comment last."""
    comment = ReaderComment.objects.select_related("page").get(pk=comment_id)
    last = comment.log.select_related("actor").order_by("-pk").first()
    return ConflictError(comment, str(last.actor) if last and last.actor else "")


def change(
    comment, *, version, actor, action, fields, rule="", reason="", undoes=None, decision=False, **unlogged
):
    """Write `fields` if the comment still has `version`, log it, settle the thread; give the log entry.

    The one way a stored comment changes its state. Call it inside a transaction. `fields` can be undone;
    `unlogged` are written as well but not kept in the log. Raises ConflictError on another version.
    """
    before = {field: getattr(comment, field) for field in fields}
    was_public = comment.is_public
    if fields.get("status") == Status.APPROVED:
        unlogged["shown"] = True  # an approved comment always has a place; others are settled below
    if decision:
        unlogged.update(decided_by=actor, decided_at=timezone.now())
    changed = ReaderComment.objects.filter(pk=comment.pk, version=version).update(
        version=F("version") + 1, claimed_by=None, claimed_at=None, **fields, **unlogged
    )
    if not changed:
        raise conflict_on(comment.pk)
    comment.refresh_from_db()
    entry = comment.log.create(
        actor=actor, action=action, rule=rule, reason=reason, before=before, after=fields, undoes=undoes
    )
    _settle(comment, was_public)
    return entry


def _settle(comment, was_public):
    if comment.is_public and not was_public and comment.parent:
        settle_places(comment.parent)
    if was_public and not comment.is_public:
        settle_places(comment)
    if was_public or comment.is_public:
        announce(comment, visible=comment.is_public)
