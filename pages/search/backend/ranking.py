"""How well a text answers a query: BM25F, computed here so that every database ranks alike.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.5:
the counts of a word in the names and in the body are normalised by length, weighted, added, and only
then saturated.
"""

from math import log
from typing import NamedTuple

from pages.search.vocabulary import TOTAL_BODY, TOTAL_DOCUMENTS, TOTAL_NAMES

# The first letters of a word in a name say that it is akin, seldom that it is meant.
AID_WEIGHT = 0.15
# A page one of whose names is exactly what was typed comes before any page that only speaks of it.
EXACT_NAME = 3.0
# A result with less than this part of the best score holds one common word of several.
WORTH_SHOWING = 0.12


class Scheme(NamedTuple):
    """The constants of BM25F: one saturation (k1); for names and body a weight and a length part (b)."""

    saturation: float
    name_weight: float
    name_part: float
    body_weight: float
    body_part: float


# Chosen on the training claims of SciFact and on lay names of MedQuAD: `manage.py search_report`.
SEARCH = Scheme(saturation=1.2, name_weight=4, name_part=0.6, body_weight=1, body_part=0.6)
# Chosen on articles of MedQuAD about the same concept: `manage.py search_report --related`.
LIKENESS = Scheme(saturation=5, name_weight=40, name_part=0.6, body_weight=0.5, body_part=0.8)


class Weights(NamedTuple):
    """What scoring needs of a query: `needles` ({what to count: its weight}), mean lengths of the stored
    texts (float), `name` (str, how a name stands in the index that is exactly what was typed, or "")."""

    needles: dict
    names_mean: float
    body_mean: float
    name: str


def weights(words, numbers, *, aids=(), name=""):
    """Give the Weights of `words` (list of str, a trailing `*` means: beginning with it).

    `numbers`: from vocabulary.counts for words and totals; `aids`: heads of words, which weigh little.
    """
    total = documents(numbers)
    needles = {needle(word): rarity(numbers.get(word, 1), total) for word in words}
    needles.update({needle(word): AID_WEIGHT * rarity(numbers.get(word, 1), total) for word in aids})
    return weighted(needles, numbers, name=name)


def weighted(needles, numbers, *, name=""):
    """Give the Weights of `needles` ({what to count: its weight}); `numbers`: with the totals."""
    total = documents(numbers)
    return Weights(
        needles=needles,
        names_mean=max(numbers.get(TOTAL_NAMES, 0) / total, 1),
        body_mean=max(numbers.get(TOTAL_BODY, 0) / total, 1),
        name=name,
    )


def documents(numbers):
    """Give how many texts are indexed (int, at least 1)."""
    return max(numbers.get(TOTAL_DOCUMENTS, 1), 1)


def needle(word):
    """Give how `word` (str) stands in a stored text (str): between spaces, or after one."""
    return f" {word[:-1]}" if word.endswith("*") else f" {word} "


def rarity(holders, total):
    """Give the inverse document frequency (float, > 0) of a word in `holders` of `total` texts."""
    return log(1 + (max(total - holders, 0) + 0.5) / (holders + 0.5))


def score(text, query, scheme=SEARCH):
    """Give how well a Text answers the query's Weights (float)."""
    name_rate, body_rate = rates(text, query, scheme)
    points = 0.0
    for word, weight in query.needles.items():
        amount = name_rate * text.names.count(word) + body_rate * text.body.count(word)
        points += weight * amount / (scheme.saturation + amount)
    if query.name and query.name in text.names:
        points += EXACT_NAME * sum(query.needles.values())
    return points


def rates(text, query, scheme):
    """Give what one occurrence counts in the names and in the body of a Text (two floats)."""
    names_norm = 1 - scheme.name_part + scheme.name_part * len(text.names) / query.names_mean
    body_norm = 1 - scheme.body_part + scheme.body_part * len(text.body) / query.body_mean
    return scheme.name_weight / names_norm, scheme.body_weight / body_norm


def order(scored):
    """Give `scored` (iterable of (key, score)) as a list, the best first; ties: the greater key first."""
    return sorted(sorted(scored, reverse=True), key=lambda pair: -pair[1])


def worth_showing(ordered, query):
    """Give `ordered` (list of (key, score), the best first) without what hardly answers the Weights `query`.

    What an exact name adds to the best score takes nothing away from the others.
    """
    best = min(ordered[0][1], sum(query.needles.values())) if ordered else 0
    return [pair for pair in ordered if pair[1] >= WORTH_SHOWING * best]
