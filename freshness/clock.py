"""What today is, for whatever readers see: who asks here lets a stored page know how long it is good.

Code that a public page runs asks the calendar here only (tests/freshness/test_clock.py holds it to that).
"""

from functools import lru_cache

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

from .recording import good_through


def today():
    """Give the date of today; what is being rendered is good for today only."""
    day = timezone.localdate()
    good_through(day)
    return day


def is_over(day):
    """Whether `day` (date or None) lies before today (bool); what is being rendered is good until it does."""
    if day is None:
        return False
    if day < timezone.localdate():
        return True
    good_through(day)
    return False


def in_words(day):
    """Give `day` (date) as the active language writes it (str): lists write the same ones many times."""
    return _in_words(day, get_language())


@lru_cache(maxsize=5_000)
def _in_words(day, _language):
    return date_format(day, "DATE_FORMAT")
