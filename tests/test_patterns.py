"""No regular expression of ours is slow, whatever it is given."""

import importlib
import os
import pkgutil
import re
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = [*sorted(path.parent.name for path in ROOT.glob("*/apps.py")), "healthsite"]
NOT_LOADED = ("migrations", "healthsite.wsgi", "healthsite.settings.", "demo.draw")
# A pattern whose cost grows with the square of the text takes tenths of a second here; one that grows with
# the text some thousandths, twenty times as much for 100,000 characters.
LENGTH = 5_000
SECONDS = 0.05
UNITS = ("a", " ", "<a ", "&#", "1.", "a@", '"')
# Minutes on a busy machine: PATTERNS=all pytest on this file.
LONG = pytest.mark.skipif(not os.environ.get("PATTERNS"), reason="long: set PATTERNS=all")
ATTACKS = [(unit * LENGTH)[:LENGTH] + "!" for unit in UNITS]


def patterns():
    """Give every compiled pattern that a module of ours names (dict of re.Pattern by place)."""
    found = {}
    for app in APPS:
        for module in pkgutil.walk_packages([str(ROOT / app)], f"{app}."):
            if (
                "migrations" not in module.name
                and module.name != "healthsite.wsgi"
                and ".settings." not in module.name
            ):
                found |= patterns_in(module.name, vars(importlib.import_module(module.name)))
    return found


def patterns_in(place, value, depth=0):
    """Give the patterns (dict) in a value: itself, or inside lists, tuples, sets and dicts."""
    if isinstance(value, re.Pattern):
        return {place: value}
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list | tuple | set | frozenset):
        inner = enumerate(value)
    else:
        return {}
    if depth > 3:
        return {}
    return {
        name: found
        for key, part in inner
        if not str(key).startswith("__")
        for name, found in patterns_in(f"{place}.{key}", part, depth + 1).items()
    }


def slowest(pattern):
    """Give the seconds (float) that the worst attack costs; a slow one is measured again."""
    worst = 0.0
    for attack in ATTACKS:
        text = attack if isinstance(pattern.pattern, str) else attack.encode()
        seconds = cost(pattern, text)
        if seconds > SECONDS:
            seconds = min(cost(pattern, text), cost(pattern, text))
        worst = max(worst, seconds)
    return worst


def cost(pattern, text):
    """Give the seconds (float) for finding everything in a text."""
    began = time.perf_counter()
    for _match in pattern.finditer(text):
        pass
    return time.perf_counter() - began


def test_there_are_patterns_to_try():
    assert len({found.pattern for found in patterns().values()}) > 30


@LONG
def test_no_pattern_takes_longer_than_fifty_milliseconds_for_a_long_page():
    once = {found: place for place, found in patterns().items()}
    slow = {place: slowest(found) for found, place in once.items()}
    assert {place: round(seconds, 3) for place, seconds in slow.items() if seconds > SECONDS} == {}


@LONG
@pytest.mark.parametrize("pattern", [r"a*b", r"\w+@"])
def test_a_slow_pattern_would_be_found(pattern):
    assert slowest(re.compile(pattern)) > SECONDS
