"""Whether a change touches the substance of a text or mends its spelling.

A house rule, on the safe side: a change counts as a typo only when a handful of words changed, each into
a word at most two letters away, and none of them holds a digit or says no. Everything else asks for a review.
"""

import re
from collections import Counter

from editorial.fields import raw_texts

MOST_TYPOS = 5
MOST_LETTERS = 2
WORD = re.compile(r"[0-9][0-9.,%]*|[^\W\d_]+")
HAN = re.compile(r"[\u3400-\u9fff]")
TAG = re.compile(r"<[^<>]{0,500}>")
BLOCK_KEYS = re.compile(r'"(?:id|type)": "[^"]{0,64}"')
ENGLISH_NEGATIONS = ["no", "not", "never", "none", "nor", "without", "cannot", "neither", "stop", "avoid"]
CHINESE_NEGATIONS = list("不无没未非勿禁别莫否")
NEGATIONS = frozenset([*ENGLISH_NEGATIONS, *CHINESE_NEGATIONS])


def words_of(page):
    """Count the words (Counter of str) of `page`, title included; each Chinese character is a word."""
    text = " ".join([page.title, *raw_texts(page)])
    text = TAG.sub(" ", BLOCK_KEYS.sub(" ", text)).casefold()
    return Counter(part for word in WORD.findall(text) for part in _parts(word))


def is_material(old, new):
    """Whether a text says something else than before (bool). `old`, `new`: what `words_of` counted."""
    gone, come = list((old - new).elements()), list((new - old).elements())
    if len(gone) != len(come) or len(gone) > MOST_TYPOS:
        return bool(gone or come)
    return not _all_respelled(gone, come)


def _parts(word):
    return list(word) if HAN.search(word) else [word]


def _all_respelled(gone, come):
    left = list(come)
    for word in gone:
        match = next((other for other in left if _is_respelling(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _is_respelling(word, other):
    if any(part in NEGATIONS or any(c.isdigit() for c in part) for part in (word, other)):
        return False
    if HAN.search(word + other) or min(len(word), len(other)) <= MOST_LETTERS:
        return False
    return _distance(word, other) <= MOST_LETTERS


def _distance(word, other):
    """Give the Levenshtein distance (int) of two words."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        previous, row[0] = row[0], i
        for j, second in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (letter != second))
    return row[-1]
