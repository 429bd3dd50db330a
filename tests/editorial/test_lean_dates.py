"""How long ago something was is said as Wagtail says it, and worded once."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from django.utils.text import capfirst
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple

from editorial import lean_dates
from editorial.lean_dates import ago, units

SPANS = [
    *(timedelta(seconds=number) for number in (1, 61, 3599, 3601, 7300, 90_000)),
    *(timedelta(days=number, seconds=5) for number in (1, 6, 7, 13, 14, 27, 28, 31, 59, 365, 800)),
    timedelta(days=-3),
]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_time_is_said_as_wagtail_says_it(language):
    with translation.override(language):
        for span in [*SPANS, *SPANS]:
            moment = timezone.localtime(timezone.now() - span)
            assert ago(moment) == capfirst(timesince_simple(moment))


def test_the_same_time_is_worded_once(monkeypatch):
    moment = timezone.now() - timedelta(days=2, hours=3, minutes=30)
    said = ago(moment)
    monkeypatch.setattr(lean_dates, "timesince_simple", lambda _moment: pytest.fail("worded again"))
    assert ago(moment - timedelta(minutes=5)) == said


def test_months_are_never_taken_for_one_another():
    assert units(timedelta(days=27)) == (0, 3, 6)
    assert units(timedelta(days=28)) is None
    assert units(timedelta(seconds=3)) == (3, 0, 0)
