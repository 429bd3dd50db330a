"""What the moderation desk shows: lanes with counts, a page of a lane, one comment in its context."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Count, F, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import Lane, ModerationLogEntry, ReaderComment, Sanction

PER_PAGE = 50
# Beyond this a lane says "999+": counting a million rows would take as long as reading them.
COUNT_LIMIT = 999
# Not a lane but the way back: what was decided last, to be undone.
DECIDED = "decided"
NEWEST_FIRST = {Lane.SPAM, DECIDED}
LANES = [*Lane.choices, (DECIDED, _("Decided last"))]


@dataclass(frozen=True)
class LaneCount:
    """One lane with the number of comments waiting in it, and when the oldest was written."""

    key: str
    label: str
    count: int
    oldest: datetime | None = None

    @property
    def shown(self):
        """The count as text, "999+" beyond the limit."""
        return f"{COUNT_LIMIT}+" if self.count > COUNT_LIMIT else str(self.count)


def count_up_to(queryset, limit=COUNT_LIMIT):
    """Give the number (int) of rows, at most one more than `limit`."""
    return queryset.order_by().values("pk")[: limit + 1].count()


def lane_counts():
    """Give a LaneCount for each lane, in two queries; spam, which may be much, is counted only so far."""
    waiting = ReaderComment.objects.waiting().order_by().values_list("lane")
    found = {key: facts for key, *facts in waiting.annotate(Count("pk"), Min("created_at"))}
    found[Lane.SPAM] = [count_up_to(ReaderComment.objects.in_lane(Lane.SPAM)), None]
    return [LaneCount(key, label, *found.get(key, [0])) for key, label in Lane.choices]


def oldest_of(counts):
    """Give when the comment that has waited longest was written, or None; `counts`: of lane_counts."""
    return min((lane.oldest for lane in counts if lane.oldest), default=None)


def waiting_count():
    """Give how many comments wait for a decision (int), at most 1,000."""
    return count_up_to(ReaderComment.objects.waiting())


def _rows_of(lane):
    """Give (queryset, field it is sorted by) of a lane."""
    rows = ReaderComment.objects.select_related("page", "parent", "user", "claimed_by", "decided_by")
    if lane == DECIDED:
        return rows.filter(decided_at__isnull=False), "decided_at"
    return rows.in_lane(lane), "created_at"


def lane_page(lane, *, cursor=None):
    """Give (comments, id to go on after or None): the oldest waiting first, spam and decided newest first.

    `cursor`: id of the last comment seen. One query, two with a cursor, whatever the size of the lane.
    """
    rows, key = _rows_of(lane)
    backwards = lane in NEWEST_FIRST
    rows = rows.order_by(f"-{key}", "-id") if backwards else rows.order_by(key, "id")
    last = ReaderComment.objects.filter(pk=cursor).values_list(key, flat=True).first() if cursor else None
    if last:
        way = "lt" if backwards else "gt"
        rows = rows.filter(Q(**{f"{key}__{way}": last}) | Q(**{key: last, f"id__{way}": cursor}))
    page = list(rows[: PER_PAGE + 1])
    return page[:PER_PAGE], page[PER_PAGE - 1].pk if len(page) > PER_PAGE else None


def _same_writer(comment):
    """Give the comments (queryset) by the same browser, address or member of staff, this one left out."""
    same = Q(pk__in=[])
    for field in ("writer_key", "email_key", "user_id"):
        if getattr(comment, field):
            same |= Q(**{field: getattr(comment, field)})
    return ReaderComment.objects.filter(same).exclude(pk=comment.pk)


def writer_history(comment):
    """Give (how many of each status as dict, the last five comments as list) of the same writer."""
    counts = _same_writer(comment).order_by().values_list("status").annotate(number=Count("pk"))
    latest = _same_writer(comment).select_related("page").order_by("-created_at")[:5]
    return dict(counts), list(latest)


AROUND = 4


def thread_around(comment):
    """Give what stands around `comment` in its thread: the first, and up to four before and after it."""
    thread = ReaderComment.objects.filter(Q(pk=comment.thread_id) | Q(root_id=comment.thread_id))
    before = list(thread.filter(path__lt=comment.path).order_by("-path")[:AROUND])[::-1]
    after = list(thread.filter(path__gt=comment.path).order_by("path")[:AROUND])
    return before, after


def sanctions_about(comment):
    """Give the sanctions (list) in force on the writer of `comment`."""
    values = [value for value in (comment.writer_key, comment.email_key, comment.network_key) if value]
    return list(Sanction.objects.in_force().filter(value__in=values).select_related("actor"))


@dataclass(frozen=True)
class DeskFigures:
    """How the desk does: times as timedelta or None, counts as int."""

    oldest: timedelta | None
    late: int
    limit_hours: int
    median_time: timedelta | None
    decided: int
    overturned: int


LOOK_BACK = 1000


def _overturned():
    """Give (decisions, those taken back) among the latest entries of the log."""
    latest = ModerationLogEntry.objects.filter(action__in=["approve", "reject", "spam", "remove"])
    rows = list(latest.order_by("-pk").values_list("undone_by", flat=True)[:LOOK_BACK])
    return len(rows), sum(undone is not None for undone in rows)


def desk_figures(oldest, limit_hours):
    """Give DeskFigures over the latest thousand decisions.

    `oldest`: when the oldest waiting comment was written, or None; `limit_hours` (int): the promise.
    """
    now = timezone.now()
    limit = now - timedelta(hours=limit_hours)
    late = ReaderComment.objects.waiting().filter(created_at__lt=limit)
    decided = ReaderComment.objects.filter(decided_at__isnull=False)
    times = decided.order_by("-decided_at").values_list(F("decided_at"), F("created_at"))[:LOOK_BACK]
    seconds = [max(0.0, (decided_at - created_at).total_seconds()) for decided_at, created_at in times]
    count, overturned = _overturned()
    return DeskFigures(
        oldest=now - oldest if oldest else None,
        late=count_up_to(late) if oldest and oldest < limit else 0,
        limit_hours=limit_hours,
        median_time=timedelta(seconds=median(seconds)) if seconds else None,
        decided=count,
        overturned=overturned,
    )
