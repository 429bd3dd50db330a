"""The terms of a language by letter; Chinese ones by the first letter of their pinyin."""

from itertools import groupby

from pypinyin import lazy_pinyin

OTHER = "#"


def sort_key(term):
    """Give the key (str) by which a term of any script is sorted: Latin letters, Chinese as pinyin."""
    return "".join(lazy_pinyin(term)).casefold()


def initial(term):
    """Give the letter (A to Z, or "#") under which `term` (str) stands."""
    first = sort_key(term)[:1].upper()
    return first if first.isascii() and first.isalpha() else OTHER


def by_letter(terms):
    """Give [(letter, [Known])] of `terms` (Known), in the order of the letters, "#" last."""
    ordered = sorted(terms, key=lambda known: (initial(known.term) == OTHER, sort_key(known.term)))
    return [
        (letter, list(group)) for letter, group in groupby(ordered, key=lambda known: initial(known.term))
    ]
