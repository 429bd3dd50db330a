"""What the moderation desk shows: lanes with counts, and one page of a lane."""

from dataclasses import dataclass

from django.db.models import Q

from .models import Lane, ReaderComment

PER_PAGE = 50
# Beyond this a lane says "999+": counting a million rows would take as long as reading them.
COUNT_LIMIT = 999
NEWEST_FIRST = {Lane.SPAM}


@dataclass(frozen=True)
class LaneCount:
    """One lane with the number of comments waiting in it."""

    key: str
    label: str
    count: int

    @property
    def shown(self):
        """The count as text, "999+" beyond the limit."""
        return f"{COUNT_LIMIT}+" if self.count > COUNT_LIMIT else str(self.count)


def count_up_to(queryset, limit=COUNT_LIMIT):
    """Give the number (int) of rows, at most one more than `limit`."""
    return queryset.order_by().values("pk")[: limit + 1].count()


def lane_counts():
    """Give a LaneCount for each lane, one short query each."""
    return [
        LaneCount(key, label, count_up_to(ReaderComment.objects.filter(lane=key)))
        for key, label in Lane.choices
    ]


def waiting_count():
    """Give how many comments wait for a decision (int), at most 1,000."""
    return count_up_to(ReaderComment.objects.waiting())


def lane_page(lane, *, cursor=None):
    """Give (comments, id to go on after or None): the oldest waiting first, spam newest first.

    `cursor`: id of the last comment seen. One query, two with a cursor, whatever the size of the lane.
    """
    backwards = lane in NEWEST_FIRST
    rows = ReaderComment.objects.filter(lane=lane).select_related("page", "parent", "user", "claimed_by")
    rows = rows.order_by("-created_at", "-id") if backwards else rows.order_by("created_at", "id")
    last = ReaderComment.objects.filter(pk=cursor).values("created_at").first() if cursor else None
    if last:
        way = "lt" if backwards else "gt"
        later = Q(**{f"created_at__{way}": last["created_at"]})
        rows = rows.filter(later | Q(created_at=last["created_at"], **{f"id__{way}": cursor}))
    page = list(rows[: PER_PAGE + 1])
    return page[:PER_PAGE], page[PER_PAGE - 1].pk if len(page) > PER_PAGE else None
