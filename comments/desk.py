"""What the moderation desk shows: lanes with counts, a page of a lane, one comment in its context."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import CannedReply, Lane, ReaderComment, Sanction

PER_PAGE = 50
# Beyond this a lane says "999+": counting a million rows would take as long as reading them.
COUNT_LIMIT = 999
# Not a lane but the way back: what was decided last, to be undone.
DECIDED = "decided"
NEWEST_FIRST = {Lane.SPAM, DECIDED}
LANES = [*Lane.choices, (DECIDED, _("Decided last"))]


@dataclass(frozen=True)
class LaneCount:
    """One lane and what waits in it."""

    key: str
    label: str
    # At most one more than COUNT_LIMIT.
    count: int
    # Of those counted: how many were written before the moment that was asked about, and when the oldest was.
    late: int
    oldest: datetime | None

    @property
    def shown(self):
        """The count as text, "999+" beyond the limit."""
        return f"{COUNT_LIMIT}+" if self.count > COUNT_LIMIT else str(self.count)


def count_up_to(queryset, limit=COUNT_LIMIT):
    """Give the number (int) of rows, at most one more than `limit`."""
    return queryset.order_by().values("pk")[: limit + 1].count()


def lane_counts(hours=0):
    """Give a LaneCount for each lane: one query a lane, which reads no more than it counts.

    `hours` (int): a comment that waits longer is late.
    """
    limit = timezone.now() - timedelta(hours=hours)
    return [_lane_count(key, label, limit) for key, label in Lane.choices]


def _lane_count(key, label, limit):
    oldest_first = ReaderComment.objects.in_lane(key).order_by("created_at", "id")[: COUNT_LIMIT + 1]
    late = Count("pk", filter=Q(created_at__lt=limit))
    found = oldest_first.aggregate(count=Count("pk"), late=late, oldest=Min("created_at"))
    return LaneCount(key, label, **found)


def oldest_of(counts):
    """Give when the comment that has waited longest was written, or None; spam waits for nobody.

    `counts`: of lane_counts.
    """
    return min((lane.oldest for lane in counts if lane.oldest and lane.key != Lane.SPAM), default=None)


def late_count(counts):
    """Give how many (int) of those counted are late; spam waits for nobody. `counts`: of lane_counts."""
    return sum(lane.late for lane in counts if lane.key != Lane.SPAM)


def waiting_count():
    """Give how many comments wait for a decision (int), at most 1,000."""
    return count_up_to(ReaderComment.objects.waiting())


def _rows_of(lane):
    """Give (queryset, field it is sorted by) of a lane."""
    rows = ReaderComment.objects.select_related("parent", "user", "claimed_by", "decided_by")
    if lane == DECIDED:
        # Pages are fetched by themselves: joined, SQLite would begin with them and sort a million comments.
        return rows.filter(decided_at__isnull=False).prefetch_related("page"), "decided_at"
    return rows.in_lane(lane).select_related("page"), "created_at"


def lane_page(lane, *, cursor=None):
    """Give (comments, id to go on after or None): the oldest waiting first, spam and decided newest first.

    `cursor`: id of the last comment seen. Two or three queries, whatever the size of the lane.
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


def canned_for(comment, limit=50):
    """Give the canned replies (list): those for what held `comment` first, its own language before others."""
    rules = {reason.get("rule") for reason in comment.reasons}

    def far(reply):
        return reply.rule not in rules, reply.language not in ("", comment.language)

    return sorted(CannedReply.objects.all()[:200], key=far)[:limit]
