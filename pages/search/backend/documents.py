"""What of an object goes into the index: names, other text, and what is compared while typing."""

from collections import Counter
from typing import NamedTuple

from modelsearch.index import AutocompleteField

from pages.search.analysis import heads, initials, pinyin, typed_words, words_to_store
from pages.search.fields import field_values, is_name, strings

NAME_MARK = "¦"


class Document(NamedTuple):
    """An analysed object: `names`, `body`, `typed` (each str, ready to be stored).

    `spelled` (frozenset of str): its words as they are written, from names and wherever they stand twice.
    """

    names: str
    body: str
    typed: str
    spelled: frozenset = frozenset()


def spaced(words):
    """Give `words` (iterable of str) as one text in which every word can be counted as " word "."""
    return "".join(f" {word} " for word in words)


def document_of(obj):
    """Give the Document of an indexed object."""
    names, texts, typed = [], [], []
    for field, value in field_values(obj, obj.get_search_fields()):
        if isinstance(field, AutocompleteField):
            typed += strings(value)
        elif is_name(field):
            names += strings(value)
        else:
            texts += strings(value)
    return document(names, texts, typed)


def document(names, texts, typed):
    """Give the Document of `names`, `texts` and what can be typed (lists of str)."""
    return words_of(names, texts, typed)._replace(spelled=written_words(names, texts))


def words_of(names, texts, typed):
    """Give the Document without what may be offered for a typing mistake."""
    names = list(dict.fromkeys(name for name in names if name.strip()))
    marked = NAME_MARK.join(spaced(words_to_store(name)) for name in names)
    aids = spaced(word for name in names for word in (*pinyin(name), *initials(name), *heads(name)))
    body = [word for text in texts for word in words_to_store(text)]
    return Document(
        names=f"{NAME_MARK}{marked}{NAME_MARK}{aids}" if names else "",
        body=spaced(body),
        typed=spaced(word for name in typed for word in typed_words(name) + pinyin(name)),
    )


def written_words(names, texts):
    """Give the words (frozenset of str) that may be offered for a typing mistake.

    A word of a text counts from its second time on: what is typed wrong once is not learned.
    """
    often = Counter(word for text in texts for word in typed_words(text))
    certain = {word for name in names for word in typed_words(name)}
    return frozenset(certain | {word for word, times in often.items() if times > 1})
