"""Which texts are worth scoring: a bounded number, whatever the size of the site.

The words of a query are taken from the rarest on. As long as all texts that hold one of them fit, each is
a candidate; common words then only narrow down: names that hold them all, texts that hold them all.
"""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Cast

from .store import PREFIX, TEXT_COLUMNS, Match, Text, entries_matching

POOL = 300


def find(matches, queryset, content_types):
    """Give the texts (dict of key -> Text) for `matches` (iterable of Match), at most POOL of them.

    `queryset`: which objects may be found; `content_types`: ids of the content types they can have.
    """
    found = {}
    for match in matches:
        room = POOL - len(found)
        if room <= 0:
            break
        for text in texts_matching(match, queryset, content_types)[:POOL]:
            if len(found) < POOL:
                found.setdefault(text.key, text)
    return found


def texts_matching(match, queryset, content_types):
    """Give the Texts (lazy, sliceable) that match among the objects of `queryset`."""
    key = queryset.model._meta.pk
    while key.remote_field:
        key = key.target_field
    allowed = queryset.order_by().filter(pk=Cast(OuterRef(f"{PREFIX}object_id"), key.__class__()))
    rows = entries_matching(match).filter(Exists(allowed), **{f"{PREFIX}content_type_id__in": content_types})
    columns = [f"{PREFIX}{name}" for name in ("object_id", *TEXT_COLUMNS)]
    return Rows(rows.values_list(*columns))


class Rows:
    """A queryset of rows that gives Texts when sliced."""

    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, places):
        return [Text(key, names or "", body or "") for key, names, body in self.rows[places]]


def any_word(words, numbers):
    """Yield the Matches for texts that hold one of `words`, the best first.

    `words`: list of str, a trailing `*` means: beginning with it; `numbers`: {word: texts that hold it}.
    """
    beginnings = [word for word in words if word.endswith("*")]
    if beginnings:
        yield Match(beginnings, False, "title" if len(beginnings) < len(words) else "body")
    rare_first = sorted(set(words) - set(beginnings), key=lambda word: (numbers[word], word))
    rare, room = [], POOL
    for word in rare_first:
        room -= numbers[word]
        if room < 0:
            break
        rare.append(word)
    if rare:
        yield Match(rare, False, "body")
    common = rare_first[len(rare) :]
    if common:
        yield from narrow(rare_first, common)


def narrow(words, common):
    """Yield the Matches for words that stand in too many texts to read them all."""
    yield Match(words, True, "title")
    yield Match(words, True, "body")
    yield Match(common[:2], True, "title")
    yield Match(common[:2], True, "body")
    yield Match(common[:1], True, "title")
    yield Match(common[:1], True, "body")
