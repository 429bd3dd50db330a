"""Plain TF-IDF with cosine likeness: what related articles are compared with."""

from collections import Counter, defaultdict
from functools import cache
from math import log, sqrt

from pages.search.analysis import words_to_store


def vectors(texts, *, title_weight, question_weight=1):
    """Give {id: {word: weight}}, each of length 1, for `texts` (list of corpora.Text).

    `title_weight`, `question_weight`: how often a title and a line that ends in "?" count (int).
    """
    counted = {text.id: counts(text, title_weight, question_weight) for text in texts}
    holders = Counter(word for words in counted.values() for word in words)
    return {key: unit(words, holders, len(texts)) for key, words in counted.items()}


def counts(text, title_weight, question_weight):
    """Give how often each word of a text counts (Counter)."""
    words = Counter()
    for counted, weight in zip(
        words_of(text.title, text.body), (title_weight, question_weight, 1), strict=True
    ):
        for word, count in counted.items():
            words[word] += weight * count
    return words


@cache
def words_of(title, body):
    """Give the words (three Counters) of a title, of the lines of a body that end in "?", of its others."""
    asked, told = Counter(), Counter()
    for line in body.splitlines():
        (asked if line.rstrip().endswith("?") else told).update(words_to_store(line))
    return Counter(words_to_store(title)), asked, told


def unit(words, holders, total):
    """Give the TF-IDF vector (dict) of `words` (Counter), scaled to length 1."""
    weighted = {word: (1 + log(count)) * log(total / holders[word]) for word, count in words.items() if count}
    length = sqrt(sum(weight * weight for weight in weighted.values())) or 1
    return {word: weight / length for word, weight in weighted.items()}


def nearest(texts, wanted, at, **weights):
    """Give {id: ids of the `at` nearest texts, the best first} for the ids in `wanted`."""
    found = vectors(texts, **weights)
    holders = defaultdict(list)
    for key, words in found.items():
        for word, weight in words.items():
            holders[word].append((key, weight))
    return {key: nearest_to(key, found[key], holders)[:at] for key in wanted}


def nearest_to(key, words, holders):
    """Give all ids by likeness to the vector `words`, without `key` itself."""
    sums = defaultdict(float)
    for word, weight in words.items():
        for other, amount in holders[word]:
            sums[other] += weight * amount
    sums.pop(key, None)
    return sorted(sums, key=lambda other: -sums[other])
