"""Which texts are like a text: its most telling words asked as a query of the same index."""

from collections import Counter
from typing import NamedTuple

from pages.search import vocabulary
from pages.search.analysis import HEAD_MARK

from . import candidates, ranking
from .documents import NAME_MARK
from .store import Text

TELLING_WORDS = 40


class Like(NamedTuple):
    """A text like another: `key` of its object (str), `score` (float), shared `words` (list of str)."""

    key: str
    score: float
    words: list


def like(text, queryset, content_types, limit):
    """Give the Likes (list, the best first, at most `limit`) of a Text among the objects of `queryset`."""
    found_in = names_only(text)
    numbers = numbers_for(found_in)
    telling = telling_words(found_in, numbers)
    matches = candidates.any_word(list(telling), numbers)
    pool = candidates.find(matches, queryset, content_types)
    pool.pop(text.key, None)
    total = ranking.documents(numbers)
    rarities = {word: ranking.rarity(numbers[word], total) for word in telling}
    needles = {ranking.needle(word): weight * rarities[word] for word, weight in telling.items()}
    query = ranking.weighted(needles, numbers)
    scored = ((key, ranking.score(names_only(other), query, ranking.LIKENESS)) for key, other in pool.items())
    return [Like(key, score, shared(telling, pool[key])) for key, score in ranking.order(scored)[:limit]]


def names_only(text):
    """Give the Text without pinyin, initials and heads, which stand after the last mark of its names."""
    return text._replace(names=text.names.rpartition(NAME_MARK)[0])


def numbers_for(text):
    """Give {word: texts that hold it} (dict) for all words of a Text, with the totals."""
    words = sorted(set(f"{text.names} {text.body}".replace(NAME_MARK, " ").split()))
    numbers = vocabulary.counts(vocabulary.TOTALS)
    for batch in vocabulary.batches(words):
        numbers.update(vocabulary.counts(batch))
    return numbers


def telling_words(text, numbers):
    """Give {word: weight} (dict) of the TELLING_WORDS that say most about a Text."""
    name_rate, body_rate = ranking.rates(text, ranking.weighted({}, numbers), ranking.LIKENESS)
    names = Counter(text.names.replace(NAME_MARK, " ").split())
    body = Counter(text.body.split())
    total = ranking.documents(numbers)
    told = {}
    for word in names.keys() | body.keys():
        if word in numbers:
            amount = name_rate * names[word] + body_rate * body[word]
            rarity = ranking.rarity(numbers[word], total)
            told[word] = rarity * amount / (ranking.LIKENESS.saturation + amount)
    best = sorted(told, key=lambda word: (-told[word], word))[:TELLING_WORDS]
    return {word: told[word] for word in best}


def shared(telling, text):
    """Give those of the words `telling` (dict, in order of weight) that stand in a Text, the best three."""
    held = (word for word in telling if not word.startswith(HEAD_MARK))
    stored = f"{text.names}{text.body}"
    return [word for word in held if f" {word} " in stored][:3]


def stored_text(rows, key):
    """Give the Text of an index row (queryset of rows, key: str), None when the object is not indexed."""
    found = rows.filter(object_id=key).values_list("object_id", *candidates.TEXT_COLUMNS).first()
    return Text(*(value or "" for value in found)) if found else None
