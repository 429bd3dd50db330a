"""Decisions. Each is one UPDATE that only succeeds on the version the moderator saw."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Lane, ReaderComment, Status

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


# What each decision sets: status and lane.
OUTCOMES = {
    "approve": (Status.APPROVED, ""),
    "reject": (Status.REJECTED, ""),
    "spam": (Status.SPAM, Lane.SPAM),
    "remove": (Status.REMOVED, ""),
}

STATE_FIELDS = ("status", "lane", "rejection")


def snapshot(comment, fields=STATE_FIELDS):
    """Give what an undo must put back (dict)."""
    return {field: getattr(comment, field) for field in fields}


def conflict_on(comment_id):
    """Give the ConflictError that tells who changed the comment last."""
    comment = ReaderComment.objects.select_related("decided_by", "page").get(pk=comment_id)
    last = comment.log.select_related("actor").order_by("-pk").first()
    return ConflictError(comment, str(last.actor) if last and last.actor else "")


def change(comment, *, version, actor, action, fields, rule="", reason="", undoes=None):
    """Write `fields` if the comment still has `version`, log it, settle the thread; else raise ConflictError.

    The one way a stored comment changes its state. Call it inside a transaction.
    """
    before = snapshot(comment, tuple(fields))
    was_public = comment.is_public
    # An approved comment always has a place; whether any other keeps one is settled below.
    place = {"shown": True} if fields.get("status") == Status.APPROVED else {}
    changed = ReaderComment.objects.filter(pk=comment.pk, version=version).update(
        version=F("version") + 1, claimed_by=None, claimed_at=None, **fields, **place
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


@transaction.atomic
def decide(*, comment_id, version, actor, action, reason=""):
    """Approve, reject, mark as spam or remove one comment; give the ReaderComment.

    `action`: a key of OUTCOMES; `version` (int): the one the moderator saw. Doing what is already done
    changes and logs nothing. Raises ConflictError when somebody else changed the comment meanwhile,
    ReaderComment.DoesNotExist when it is gone, KeyError for an unknown action.
    """
    status, lane = OUTCOMES[action]
    comment = ReaderComment.objects.select_related("parent").get(pk=comment_id)
    if comment.version == version and (comment.status, comment.lane) == (status, lane):
        return comment
    fields = {"status": status, "lane": lane, "rejection": reason if action == "reject" else ""}
    change(comment, version=version, actor=actor, action=action, fields=fields, reason=reason)
    ReaderComment.objects.filter(pk=comment_id).update(decided_by=actor, decided_at=timezone.now())
    return comment


def decide_many(*, choices, actor, action, reason=""):
    """Decide several comments, each in its own transaction; give (decided, conflicts) as two lists.

    `choices`: (comment id, version) pairs. One that went wrong does not hold up the others.
    """
    decided, conflicts = [], []
    for comment_id, version in choices:
        try:
            decided.append(
                decide(comment_id=comment_id, version=version, actor=actor, action=action, reason=reason)
            )
        except ConflictError as conflict:
            conflicts.append(conflict)
        except ReaderComment.DoesNotExist:
            continue
    return decided, conflicts
