"""No regular expression of ours is slow, whatever it is given.

What is measured is processor time, beside a pattern that is known to be quick: a busy machine slows both.
"""

import re
from functools import cache

import pytest

from scripts.patterns import ANYWHERE, UNITS, cost_of, patterns

# Long enough to tell a cost that grows with the square of the text (60 times the yardstick and more) from one
# that grows with the text (a few times, up to 20 where it looks ahead by a fixed length). The short ones
# come before, so that a pattern that would need hours is found out in a moment.
LENGTHS = (20, 23, 300, 900, 20_000)
TIMES = 30
YARDSTICK = re.compile(r"\w|x")


def how_slow(pattern, ways):
    """Give how many times slower than the yardstick (float) the worst text is; none after one too slow."""
    worst = 0.0
    for length in LENGTHS:
        limit = TIMES * yardstick()
        for unit in UNITS:
            text = (unit * length)[:length] + "!"
            text = text if isinstance(pattern.pattern, str) else text.encode()
            cost = max(cost_of(pattern, way, text) for way in ways)
            if limit < cost < 5 * limit:  # perhaps the machine was interrupted
                cost = max(min(cost_of(pattern, way, text) for _time in range(3)) for way in ways)
            worst = max(worst, cost / yardstick())
            if cost > limit:
                return worst
    return worst


@cache
def yardstick():
    """Give the processor time (float, seconds) of a quick pattern for the longest text."""
    return min(cost_of(YARDSTICK, "finditer", "a" * LENGTHS[-1]) for _time in range(9))


def test_there_are_patterns_to_try():
    assert len({found.pattern for found, _ways in patterns().values()}) > 150
    assert {"match", "fullmatch", "finditer"} == {way for _found, ways in patterns().values() for way in ways}


def test_the_time_a_pattern_takes_grows_with_the_text_and_no_faster():
    once = {(found, frozenset(ways)): place for place, (found, ways) in patterns().items()}
    slow = {place: how_slow(*question) for question, place in once.items()}
    assert {place: round(times) for place, times in slow.items() if times > TIMES} == {}


@pytest.mark.parametrize("pattern", [r"a*b", r"\w+@", r"(a+)+b", r"\s*,?\s*;"])
def test_a_slow_pattern_would_be_found(pattern):
    assert how_slow(re.compile(pattern), ANYWHERE) > TIMES
