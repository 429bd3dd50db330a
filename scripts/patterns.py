"""Every regular expression of ours: where it stands, how it is asked, what asking costs."""

import ast
import importlib
import pkgutil
import re
import time
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = [*sorted(path.parent.name for path in ROOT.glob("*/apps.py")), "healthsite"]
# Texts that pattern after pattern stumbles over are made of one of these, many times.
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


def cost_of(pattern, way, text):
    """Give the processor time (float, seconds) for asking a pattern in one `way` (str) about a text."""
    began = time.process_time()
    answer = getattr(pattern, way)(text)
    if way == "finditer":
        for _match in answer:
            pass
    return time.process_time() - began
