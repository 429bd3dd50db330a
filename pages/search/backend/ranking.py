"""How well a text answers a query: BM25F, computed here so that every database ranks alike.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5:
the counts of a word in the names and in the body are normalised by length, weighted, added, and only
then saturated.
"""

from math import log
from typing import NamedTuple

from pages.search.vocabulary import TOTAL_BODY, TOTAL_DOCUMENTS, TOTAL_NAMES

SATURATION = 1.2
NAME_WEIGHT = 4.0
NAME_LENGTH_PART = 0.6
BODY_LENGTH_PART = 0.6
# A page one of whose names is exactly what was typed comes before any page that only speaks of it.
EXACT_NAME = 3.0


class Weights(NamedTuple):
    """What scoring needs of a query: `needles` ({what to count: rarity}), mean lengths, `name` (str or "")."""

    needles: dict
    names_mean: float
    body_mean: float
    name: str


def weights(words, numbers, name=""):
    """Give the Weights of `words` (list of str, a trailing `*` means: beginning with it).

    `numbers`: from vocabulary.counts for words and totals; `name`: how a name stands in the index that is
    exactly what was typed.
    """
    total = max(numbers.get(TOTAL_DOCUMENTS, 1), 1)
    return Weights(
        needles={needle(word): rarity(numbers.get(word, 1), total) for word in words},
        names_mean=max(numbers.get(TOTAL_NAMES, 0) / total, 1),
        body_mean=max(numbers.get(TOTAL_BODY, 0) / total, 1),
        name=name,
    )


def needle(word):
    """Give how `word` (str) stands in a stored text (str): between spaces, or after one."""
    return f" {word[:-1]}" if word.endswith("*") else f" {word} "


def rarity(documents, total):
    """Give the inverse document frequency (float, > 0) of a word in `documents` of `total` texts."""
    return log(1 + (max(total - documents, 0) + 0.5) / (documents + 0.5))


def score(text, query):
    """Give how well a Text answers the query's Weights (float)."""
    names_norm = 1 - NAME_LENGTH_PART + NAME_LENGTH_PART * len(text.names) / query.names_mean
    body_norm = 1 - BODY_LENGTH_PART + BODY_LENGTH_PART * len(text.body) / query.body_mean
    points = 0.0
    for word, idf in query.needles.items():
        amount = NAME_WEIGHT * text.names.count(word) / names_norm + text.body.count(word) / body_norm
        points += idf * amount / (SATURATION + amount)
    if query.name and query.name in text.names:
        points += EXACT_NAME * sum(query.needles.values())
    return points


def order(scored):
    """Give `scored` (iterable of (key, score)) as a list, the best first; ties: the newer first."""
    return sorted(sorted(scored, reverse=True), key=lambda pair: -pair[1])
