"""Decisions. Each is one UPDATE that only succeeds on the version the moderator saw."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.models import Lane, ReaderComment, Status
from comments.policy import site_settings
from comments.words import split_at

from .changes import ConflictError, change
from .notices import tell_about_decision
from .reports import reopen_reports, settle_reports


class SecondPersonNeededError(Exception):
    """The same moderator may not be both of the two people who must agree."""


# What each decision sets: status and lane.
OUTCOMES = {
    "approve": (Status.APPROVED, ""),
    "reject": (Status.REJECTED, ""),
    "spam": (Status.SPAM, Lane.SPAM),
    "remove": (Status.REMOVED, ""),
}


def _needs_second_person(comment, actor, action):
    """Whether this approval is only the first of two (bool); the same person twice is refused."""
    if action != "approve" or comment.is_public:
        return False
    if comment.risk < site_settings(comment.page).second_person_level:
        return False
    if comment.first_approver_id == actor.pk:
        raise SecondPersonNeededError
    return comment.first_approver_id is None


@transaction.atomic
def decide(*, comment_id, version, actor, action, reason=""):
    """Approve, reject, mark as spam or remove one comment; give the ReaderComment.

    `action`: a key of OUTCOMES; `version` (int): the one the moderator saw. Doing what is already done
    changes and logs nothing. Approving a safeguarding comment takes two people: the first call leaves it
    in its lane. Raises ConflictError when somebody else changed the comment meanwhile,
    SecondPersonNeededError, ReaderComment.DoesNotExist, KeyError for an unknown action.
    """
    status, lane = OUTCOMES[action]
    comment = ReaderComment.objects.select_related("parent", "page").get(pk=comment_id)
    if comment.version == version and (comment.status, comment.lane) == (status, lane):
        return comment
    seen = {"comment": comment, "version": version, "actor": actor, "reason": reason}
    if _needs_second_person(comment, actor, action):
        change(**seen, action="first_approval", fields={"first_approver_id": actor.pk})
        return comment
    fields = {"status": status, "lane": lane, "rejection": reason if action == "reject" else ""}
    if action != "approve":
        fields["first_approver_id"] = None  # who publishes it after all needs a second person again
    change(**seen, action=action, fields=fields | settle_reports(comment, action), decision=True)
    tell_about_decision(comment, action)
    return comment


def _try(action, seen, reason):
    """Run one decision or undo; give (comment or None, sentence for the moderator or "")."""
    try:
        if action == "undo":
            return undo(**seen), ""
        return decide(**seen, action=action, reason=reason), ""
    except ConflictError as conflict:
        return None, conflict.sentence
    except SecondPersonNeededError:
        return None, _("Somebody else must agree before this safeguarding comment is published.")
    except ReaderComment.DoesNotExist:
        return None, _("A comment is no longer there: its page was deleted.")


def decide_many(*, choices, actor, action, reason=""):
    """Decide several comments, each in its own transaction; give (number done, refusals).

    `choices`: (comment id, version) pairs; `action`: a key of OUTCOMES, or "undo". One that went wrong does
    not hold up the others; `refusals` are sentences (list of str) for the moderator.
    """
    done, refusals = 0, []
    for comment_id, version in choices:
        seen = {"comment_id": comment_id, "version": version, "actor": actor}
        changed, sentence = _try(action, seen, reason)
        done += changed is not None
        if sentence:
            refusals.append(sentence)
    return done, refusals


@transaction.atomic
def redact(*, comment_id, version, actor, body, reason=""):
    """Replace the text of a comment by a shortened one; the original stays in the log. Give the comment."""
    comment = ReaderComment.objects.select_related("parent").get(pk=comment_id)
    change(
        comment,
        version=version,
        actor=actor,
        action="redact",
        fields={"body": body},
        reason=reason,
        redacted_at=timezone.now(),
    )
    return comment


# The rules whose matches can be taken out of a text, and what then stands in their place.
PERSONAL = {"contact_details", "named_doctors"}
TAKEN_OUT = "[…]"


def personal_words(comment):
    """Give the words (list of str) for which the rules about personal details held `comment`."""
    found = [reason.get("detail", "") for reason in comment.reasons if reason.get("rule") in PERSONAL]
    return [word for detail in found for word in detail.split(", ") if word]


@transaction.atomic
def redact_found(*, comment_id, version, actor):
    """Take the personal details that the guard found out of text and name; give the comment.

    The original stays in the log. Raises ConflictError, and ValidationError when nothing is found any more.
    """
    comment = ReaderComment.objects.select_related("parent").get(pk=comment_id)
    words = personal_words(comment)
    fields = {field: _without(getattr(comment, field), words) for field in ("name", "body")}
    if all(getattr(comment, field) == text for field, text in fields.items()):
        raise ValidationError(_("There are no contact details or names to take out."))
    seen = {"version": version, "actor": actor, "action": "redact", "rule": "found"}
    change(comment, **seen, fields=fields, redacted_at=timezone.now())
    return comment


def _without(text, words):
    return "".join(TAKEN_OUT if found else piece for piece, found in split_at(text, words))


@transaction.atomic
def undo(*, comment_id, version, actor):
    """Take back the latest change of a comment that is not taken back yet; give the log entry or None.

    What the writer did last, correcting or taking back, is theirs to decide and stays.
    """
    comment = ReaderComment.objects.select_related("parent").get(pk=comment_id)
    changes = comment.log.exclude(before={}).filter(undoes__isnull=True, undone_by__isnull=True)
    last = changes.order_by("-pk").first()
    if last is None or last.rule == "writer" or comment.erased_at:
        return None
    if "report_count" in last.before:
        reopen_reports(comment)
    extra = {"redacted_at": None} if last.action == "redact" else {}
    return change(
        comment,
        version=version,
        actor=actor,
        action="undo",
        rule=last.action,
        fields=last.before,
        undoes=last,
        **extra,
    )
