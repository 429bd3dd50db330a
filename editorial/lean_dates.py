"""The moments in the rows of page listings, worded once."""

from datetime import datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import get_language
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple

from .lean_memory import Remembered

# Days of the shortest month: from there on years and months are said, which differ in length.
SHORTEST_MONTH = 28
# Minutes, among weeks, days, hours and minutes.
LAST = 3
_ago = Remembered(most=2000)


def ago(moment):
    """Give how long ago a moment (datetime) was, as Wagtail says it (safe str)."""
    elapsed = units(datetime.now(moment.tzinfo) - moment)
    key = elapsed and (get_language(), *elapsed)
    return _ago.get(key, lambda: escape(capfirst(timesince_simple(moment))))


def units(span):
    """Give (unit, how many, how many of the next), which is all that is said of less than a month.

    None of a longer time. Of the next unit English says nothing, Chinese says it.
    """
    if not 0 <= span.days < SHORTEST_MONTH:
        return None
    hours, minutes = divmod(span.seconds // 60, 60)
    counts = (*divmod(span.days, 7), hours, minutes, 0)
    first = next((place for place, count in enumerate(counts) if count), LAST)
    return first, *counts[first : first + 2]


@lru_cache(maxsize=2000)
def written_out(moment, _language):
    """Give a moment (datetime where the person is) written out in the language that is active (safe str)."""
    return escape(date_format(moment, "DATETIME_FORMAT"))
