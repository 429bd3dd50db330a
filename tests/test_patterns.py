"""No regular expression of ours is slow, whatever it is given.

What is measured is processor time, beside a pattern that is known to be quick: a busy machine slows both.
"""

import ast
import importlib
import pkgutil
import re
import time
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = [*sorted(path.parent.name for path in ROOT.glob("*/apps.py")), "healthsite"]
# Long enough to tell a cost that grows with the square of the text (60 times the yardstick and more) from one
# that grows with the text (a few times, up to 20 where it looks ahead by a fixed length). The short ones
# come before, so that a pattern that would need hours is found out in a moment.
LENGTHS = (20, 23, 300, 900, 20_000)
TIMES = 30
UNITS = (
    *(
        "a",
        "1",
        " ",
        "\n",
        ".",
        "-",
        "<",
        '"',
        "(",
        "[",
        "/",
        "病",
        "，",
        "a ",
        "1.",
        "a@",
        "a.",
        ", ",
        "<a ",
    ),
    *("&#", "](", "Aa1 ", "://a", "= ", "a: ", "http://", "\n\n- ", "“", "（", "--a"),
)
YARDSTICK = re.compile(r"\w|x")
# How a pattern is asked at a place that names no such call.
ANYWHERE = {"finditer"}
ASKED = {"match": {"match"}, "fullmatch": {"fullmatch"}}


def modules():
    """Yield the name of each module of ours that can be loaded, and its source (str)."""
    for app in APPS:
        for module in pkgutil.walk_packages([str(ROOT / app)], f"{app}."):
            if not re.search(r"migrations|healthsite\.wsgi|\.settings\.", module.name):
                path = ROOT.joinpath(*module.name.split("."))
                path = path / "__init__.py" if module.ispkg else path.with_suffix(".py")
                yield module.name, path.read_text()


@cache
def patterns():
    """Give every pattern of ours (dict by place): (re.Pattern, how it is asked as a set of str)."""
    sources, found = dict(modules()), {}
    for name, source in sources.items():
        users = [text for text in sources.values() if f"{name.rpartition('.')[2]} import" in text]
        calls = set(re.findall(r"\b(\w+)\.(\w+)\(", "\n".join([source, *users])))
        for place, pattern in patterns_in(name, vars(importlib.import_module(name))).items():
            ways = {how for word, how in calls if word == place.rpartition(".")[2]} & set(dir(pattern))
            found[place] = (pattern, ways if ways and ways <= ASKED.keys() else ANYWHERE)
        found |= patterns_written_in(name, source)
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


def patterns_written_in(name, source):
    """Give the patterns (dict by place) that a module hands to `re` where it uses them: `re.sub("…", …)`."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            module, _dot, asked = ast.unparse(node.func).rpartition(".")
            if module == "re" and asked not in ("compile", "escape"):
                pattern = re.compile(node.args[0].value)
                found[f"{name}:{node.lineno}"] = (pattern, ASKED.get(asked, ANYWHERE))
    return found


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


def cost_of(pattern, way, text):
    """Give the processor time (float, seconds) for asking a pattern in one `way` (str) about a text."""
    began = time.process_time()
    answer = getattr(pattern, way)(text)
    if way == "finditer":
        for _match in answer:
            pass
    return time.process_time() - began


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
