"""The words of schema.org, to hold JSON-LD to them."""

import json
from functools import cache

from tests.needs import SHARED

FILE = SHARED / "data/schemaorg/schemaorg-current-https-30.0.jsonld"
HOME = "schema:"


@cache
def terms():
    """Give {name: its entry (dict)} of every type and property."""
    graph = json.loads(FILE.read_text(encoding="utf-8"))["@graph"]
    return {entry["@id"].removeprefix(HOME): entry for entry in graph}


def named(entry, key):
    """Give the names (set of str) under `key` of an entry."""
    value = entry.get(key, [])
    return {item["@id"].removeprefix(HOME) for item in (value if isinstance(value, list) else [value])}


@cache
def kinds_of(name):
    """Give the type `name` with all its supertypes (set of str)."""
    above = named(terms()[name], "rdfs:subClassOf") & terms().keys()
    return {name}.union(*(kinds_of(parent) for parent in above))


def problems(data):
    """Give what is wrong (list of str) with the types and properties of a JSON-LD value, at any depth."""
    if isinstance(data, list):
        return [problem for item in data for problem in problems(item)]
    if not isinstance(data, dict):
        return []
    kind = data.get("@type")
    if kind not in terms():
        return [f"no type {kind}"]
    names = [name for name in data if not name.startswith("@")]
    own = [f"{kind} has no {name}" for name in names if not is_property(name, kind)]
    return own + [problem for name in names for problem in problems(data[name])]


def is_property(name, kind):
    """Whether the type `kind` has a property `name` (bool), by itself or from a supertype."""
    return bool(named(terms().get(name, {}), "schema:domainIncludes") & kinds_of(kind))
