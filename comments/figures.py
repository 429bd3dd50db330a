"""How the desk does: what waits too long, how fast decisions come, which were taken back."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from django.utils import timezone

from .desk import lane_counts, late_count, oldest_of
from .models import CommentSettings, ModerationLogEntry

# What counts as a decision of a person, and how many of the latest are looked at.
DECISIONS = ("approve", "reject", "spam", "remove")
LOOK_BACK = 1000


@dataclass(frozen=True)
class DeskFigures:
    """How the desk does: times as timedelta or None, counts as int."""

    oldest: timedelta | None
    late: int
    limit_hours: int
    median_time: timedelta | None
    decided: int
    overturned: int


@dataclass(frozen=True)
class ModeratorFigures:
    """What one member of staff decided among the latest thousand decisions; `median_time` as timedelta."""

    who: str
    decided: int
    median_time: timedelta
    overturned: int


def _latest_decisions():
    """Give (who, time from writing to decision as timedelta, whether taken back) of the latest, one query."""
    latest = ModerationLogEntry.objects.filter(action__in=DECISIONS, actor__isnull=False).order_by("-pk")
    columns = ("actor__username", "created_at", "comment__created_at", "undone_by")
    return [
        (who, max(timedelta(0), decided - written), undone is not None)
        for who, decided, written, undone in latest.values_list(*columns)[:LOOK_BACK]
    ]


def promised_hours():
    """Give in how many hours (int) a comment should be decided: the strictest promise of any site."""
    strictest = CommentSettings.objects.order_by("answer_within_hours").first()
    return (strictest or CommentSettings()).answer_within_hours


def counts_and_figures():
    """Give (LaneCounts, DeskFigures): what waits, and how the latest thousand decisions went."""
    hours = promised_hours()
    counts = lane_counts(hours)
    return counts, _desk_figures(counts, hours)


def _desk_figures(counts, hours):
    oldest, decisions = oldest_of(counts), _latest_decisions()
    return DeskFigures(
        oldest=timezone.now() - oldest if oldest else None,
        late=late_count(counts),
        limit_hours=hours,
        median_time=median(time for _who, time, _undone in decisions) if decisions else None,
        decided=len(decisions),
        overturned=sum(undone for _who, _time, undone in decisions),
    )


def moderator_figures():
    """Give ModeratorFigures (list) for everybody among the latest thousand decisions, the busiest first."""
    rows = defaultdict(list)
    for who, *facts in _latest_decisions():
        rows[who].append(facts)
    figures = [_figures_of(who, facts) for who, facts in rows.items()]
    return sorted(figures, key=lambda row: (-row.decided, row.who))


def _figures_of(who, facts):
    times, undone = zip(*facts, strict=True)
    return ModeratorFigures(who, len(facts), median(times), sum(undone))
