"""What readers looked for and did not find, without anything about the readers.

A row says on which day a text was searched for how many times. What may name a person is not kept:
addresses, numbers, long texts. Editors see a text when it was searched for several times.
"""

import re
from datetime import timedelta

from django.db.models import F, Sum
from django.utils import timezone

from pages.models import MissedSearch

from .analysis import fold

KEPT_DAYS = 90
MOST_A_DAY = 500
SHOWN_FROM = 3
LONGEST = 60
MOST_WORDS = 6
PERSONAL = re.compile(r"@|//|www\.|\d{4}")


def may_be_kept(text):
    """Whether `text` (str) is short and plain enough to say nothing about a person (bool)."""
    return len(text) <= LONGEST and len(text.split()) <= MOST_WORDS and not PERSONAL.search(text)


def note_missed(text, language):
    """Count one search for `text` (str) without result, in the interface `language` (code)."""
    text, today = fold(text), timezone.localdate()
    if not may_be_kept(text):
        return
    counted = MissedSearch.objects.filter(day=today, language=language, query=text).update(
        times=F("times") + 1
    )
    if counted or MissedSearch.objects.filter(day=today).count() >= MOST_A_DAY:
        return
    MissedSearch.objects.filter(day__lt=today - timedelta(days=KEPT_DAYS)).delete()
    MissedSearch.objects.bulk_create(
        [MissedSearch(day=today, language=language, query=text)], ignore_conflicts=True
    )


def most_missed():
    """Give the rows ({"query", "language", "total"}) that were searched for SHOWN_FROM times or more."""
    rows = MissedSearch.objects.order_by().values("query", "language").annotate(total=Sum("times"))
    return rows.filter(total__gte=SHOWN_FROM).order_by("-total", "query")
