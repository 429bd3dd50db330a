"""Readers' reports and votes: counted once for each reader and each network."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils import timezone

from comments.models import CommentReport, HelpfulVote, Lane, ReaderComment, Status
from comments.policy import site_settings
from comments.rates import hit

from .changes import change
from .notices import tell_moderators

VOTES_PER_HOUR = 30
REPORTS_PER_HOUR = 10


def _once(model, **fields):
    """Store a row unless this reader or network has one already; give whether it is new (bool)."""
    try:
        with transaction.atomic():
            model.objects.create(**fields)
    except IntegrityError:
        return False
    return True


def _too_many(kind, network_key, limit):
    return bool(network_key) and hit(f"{kind}:{network_key}", per=timedelta(hours=1)) > limit


def vote_helpful(*, comment, writer_key, network_key):
    """Count one reader's vote for a comment not their own; give whether it was counted (bool)."""
    if comment.writer_key and comment.writer_key == writer_key:
        return False
    if _too_many("vote", network_key, VOTES_PER_HOUR):
        return False
    with transaction.atomic():
        if not _once(HelpfulVote, comment=comment, writer_key=writer_key, network_key=network_key):
            return False
        ReaderComment.objects.filter(pk=comment.pk).update(helpful_count=F("helpful_count") + 1)
    return True


def settle_reports(comment, action):
    """Close the open reports of a decided comment; give the fields (dict) that go with it."""
    if not comment.reports.filter(settled_at__isnull=True).update(settled_at=timezone.now()):
        return {}
    return {"report_count": 0, "reports_settled": action == "approve" or comment.reports_settled}


def reopen_reports(comment):
    """Open again what the latest decision about `comment` had settled."""
    latest = comment.reports.aggregate(latest=Max("settled_at"))["latest"]
    comment.reports.filter(settled_at=latest).update(settled_at=None)


def _placement(comment, reason, count):
    """Give the fields (dict) a report changes: lane, and the status once enough readers reported."""
    worry = reason == CommentReport.Reason.WORRY
    lane = Lane.SAFEGUARDING if worry or comment.lane == Lane.SAFEGUARDING else Lane.REPORTED
    fields = {"lane": lane, "report_count": count}
    limit = site_settings(comment.page).hide_after_reports
    if count >= limit and not comment.reports_settled:
        fields["status"] = Status.PENDING
    return fields


@transaction.atomic
def report_comment(*, comment_id, reason, text="", writer_key, network_key):
    """Take one reader's report of a public comment; give whether it was counted (bool).

    Enough reports hide the comment until a moderator decides, unless a moderator has kept it before.
    A report out of worry goes to the safeguarding lane. Moderators are told at once.
    """
    comment = ReaderComment.objects.select_for_update(of=("self",)).select_related("page", "parent")
    comment = comment.approved().filter(pk=comment_id).first()
    if comment is None or _too_many("report", network_key, REPORTS_PER_HOUR):
        return False
    facts = {"reason": reason, "text": text, "writer_key": writer_key, "network_key": network_key}
    if not _once(CommentReport, comment=comment, **facts):
        return False
    from_whom = comment.reports.filter(settled_at__isnull=True).count()
    apply_report(comment, _placement(comment, reason, from_whom), reason)
    tell_moderators(comment, reason)
    return True


def apply_report(comment, fields, reason):
    """Write what a report changes, keeping the reason beside what held the comment before."""
    reasons = [*comment.reasons, {"rule": "reported", "detail": reason}][-20:]
    change(
        comment,
        version=comment.version,
        actor=None,
        action="reported",
        rule="reported",
        fields=fields,
        reasons=reasons,
    )
