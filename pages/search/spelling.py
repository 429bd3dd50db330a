"""What a mistyped word may have meant."""

import re

from pages.models import Spelling

from .analysis import fold, is_chinese, parts, pinyin, stem, typed_words
from .vocabulary import batches, counts

SHORTEST, LONGEST = 4, 20
# A word shorter than this is another word when two of its letters differ.
TWO_MISTAKES_FROM = 7
LATIN = re.compile(r"[a-z]+")


def can_be_mistyped(word):
    """Whether mistakes in `word` (str, folded) can be told from another word (bool)."""
    return SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha()


def shortened(word):
    """Give `word` (str) and every form of it with one letter left out (set of str)."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def learn(words):
    """Remember how `words` (set of str) are spelled; those already known cost one look."""
    fit = sorted(word for word in words if can_be_mistyped(word))
    for batch in batches(fit):
        known = set(Spelling.objects.filter(key__in=batch, word__in=batch).values_list("word", flat=True))
        rows = [
            Spelling(key=key, word=word) for word in batch if word not in known for key in shortened(word)
        ]
        Spelling.objects.bulk_create(rows, batch_size=2000, ignore_conflicts=True)


def forget_all():
    """Forget every spelling."""
    Spelling.objects.all()._raw_delete(using=Spelling.objects.db)


def unknown_words(text):
    """Give the words (list of str) of `text` (str) that stand in no indexed text and may be mistyped."""
    words = [word for word in typed_words(text) if can_be_mistyped(word)][:8]
    found = counts(stem(word) for word in words)
    return [word for word in words if stem(word) not in found]


def meant(word):
    """Give the word (str) that a mistyped `word` (str) most likely is, None when none is near.

    The nearest wins; of equally near ones that in the most texts.
    """
    keys = shortened(word)
    if len(word) >= TWO_MISTAKES_FROM:
        keys |= {key for short in shortened(word) for key in shortened(short)}
    near = set(Spelling.objects.filter(key__in=sorted(keys)).values_list("word", flat=True)[:200])
    allowed = 2 if len(word) >= TWO_MISTAKES_FROM else 1
    reached = {other: distance(word, other) for other in near}
    holders = counts({stem(other) for other in near})
    fit = [other for other in near if 0 < reached[other] <= allowed and stem(other) in holders]
    return min(fit, key=lambda other: (reached[other], -holders[stem(other)], other), default=None)


def distance(one, other):
    """Give how many letters must be added, left out, changed or swapped with their neighbour (int).

    The optimal string alignment distance.
    """
    before, last = [], list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, sign in enumerate(other, start=1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != sign))
            if row > 1 and column > 1 and letter == other[column - 2] and sign == one[row - 2]:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        before, last = last, now
    return last[-1]


def corrected(text):
    """Give (`text` folded with its mistyped words replaced, the words put in), both str, or None."""
    changes = {word: meant(word) for word in unknown_words(text)}
    changes = {word: better for word, better in changes.items() if better}
    if not changes:
        return None
    whole = LATIN.sub(lambda word: changes.get(word.group(), word.group()), fold(text))
    return whole, " ".join(changes.values())


def sounds_like(text, names):
    """Give the one of `names` (list of str) that sounds like `text` (str), both Chinese, else None."""
    asked = pinyin(text)[:1] if is_all_chinese(text) else []
    return next((name for name in names if asked and pinyin(name)[:1] == asked and name != text), None)


def is_all_chinese(text):
    """Whether `text` (str) is one Chinese run (bool)."""
    runs = parts(text)
    return len(runs) == 1 and is_chinese(runs[0])
