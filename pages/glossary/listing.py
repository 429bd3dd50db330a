"""The terms of a language by letter; Chinese ones by the first letter of their pinyin."""

from itertools import groupby

from pages.pinyin import OTHER, initial, sort_key


def by_letter(terms):
    """Give [(letter, [Known])] of `terms` (Known), in the order of the letters, "#" last."""
    ordered = sorted(terms, key=lambda known: (initial(known.term) == OTHER, sort_key(known.term)))
    return [
        (letter, list(group)) for letter, group in groupby(ordered, key=lambda known: initial(known.term))
    ]
