"""Are two names of conditions or treatments the same? Exactly, nearly, or not at all. Knows no database."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .text import HAN_CHARACTER, is_chinese

SMALL_WORDS = frozenset(
    ["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "'s"]
)
# Nouns that add nothing to the name of a treatment or a condition.
HEAD_NOUNS = frozenset(
    [
        "therapy",
        "therapies",
        "treatment",
        "treatments",
        "method",
        "methods",
        "technique",
        "techniques",
        "approach",
        "approaches",
    ]
)
HEAD_NOUNS |= {"disease", "disorder", "condition"}
HEAD_ENDINGS_ZH = ("疗法", "治疗", "手术", "综合征", "症", "病", "术", "法")
BRACKETS = re.compile(r"(?<!\s)\s*[(（][^)）]{0,60}+[)）]")
NEAR = 0.75
SHORTEST_PART = 7
LEAST_HAN = 4
LEAST_HAN_SHARE = 0.55
NEAR_PLURAL = re.compile(r"(?<=[a-z]{3})(?:e(?=s$))?s$")


@dataclass(frozen=True)
class Known:
    """Something that the site has already: a `key` of the caller's and all its names (tuple of str)."""

    key: object
    names: tuple


@dataclass(frozen=True)
class Match:
    """`kind`: "exact", "near" or "none"; `key` of the Known; `name` of the site; `score` 0 to 1."""

    kind: str
    key: object = None
    name: str = ""
    score: float = 0.0


def best_match(names, known):
    """Give the Match for a thing with `names` (list of str) among `known` (list of Known).

    An exact match of any name comes before a near one; of several near ones the nearest counts.
    """
    keys = {name_key(name) for name in names}
    for thing in known:
        for name in thing.names:
            if name_key(name) in keys:
                return Match("exact", thing.key, name, 1.0)
    near = [
        (similarity(name, other), index, other)
        for index, thing in enumerate(known)
        for other in thing.names
        for name in names
    ]
    score, index, other = max(near, key=lambda found: (found[0], -found[1]), default=(0.0, 0, ""))
    return Match("near", known[index].key, other, score) if score >= NEAR else Match("none")


@lru_cache(maxsize=65536)
def name_key(name):
    """Give a name (str) in the form in which equal names are equal: no capitals, no order, no small words."""
    if is_chinese(name):
        return "".join(HAN_CHARACTER.findall(BRACKETS.sub("", name)))
    return " ".join(sorted(_tokens(name)))


def same_words(one, other):
    """Whether two names consist of the same words (bool), whatever their order."""
    return bool(name_key(one)) and name_key(one) == name_key(other)


def similarity(one, other):
    """Give how alike two names are (0 to 1). Names that both have a word of their own are not alike."""
    if is_chinese(one) != is_chinese(other):
        return 0.0
    return _chinese_similarity(one, other) if is_chinese(one) else _token_similarity(one, other)


@lru_cache(maxsize=65536)
def _tokens(name):
    words = re.findall(r"[^\W_]+", BRACKETS.sub("", name).lower().replace("’s", "").replace("'s", ""))
    words = [
        NEAR_PLURAL.sub("", word) if not word.endswith(("ss", "sis", "us", "is")) else word for word in words
    ]
    kept = [word for word in words if word not in SMALL_WORDS]
    named = [word for word in kept if word not in HEAD_NOUNS]
    return frozenset(named or kept)


def _token_similarity(one, other):
    left, right = _tokens(one), _tokens(other)
    if len(left) > len(right):
        left, right = right, left
    shared = sum(1 for word in left if any(_same_word(word, candidate) for candidate in right))
    if shared < 2 or shared < len(left):
        return 0.0
    return 2 * shared / (len(left) + len(right))


def _same_word(one, other):
    """Equal, or one is the end of the other: "osteonecrosis" is a "necrosis"."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= SHORTEST_PART and long.endswith(short))


def _chinese_similarity(one, other):
    """A colloquial name leaves characters out: the others stand in the long one, in order, end to end."""
    short, long = sorted((_without_head(name_key(one)), _without_head(name_key(other))), key=len)
    if not short or short == long:
        return float(bool(short))
    if len(short) < LEAST_HAN or short[0] != long[0] or short[-1] != long[-1]:
        return 0.0
    share = len(short) / len(long)
    return 0.75 + 0.2 * share if _is_inside(short, long) and share >= LEAST_HAN_SHARE else 0.0


def _is_inside(short, long):
    """Whether all characters of `short` stand in `long` in the same order (bool)."""
    rest = iter(long)
    return all(character in rest for character in short)


def _without_head(name):
    for ending in HEAD_ENDINGS_ZH:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name
