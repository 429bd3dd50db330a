"""The A to Z: every published condition under each of its names.

Chinese names stand under the initial of their pinyin, as printed dictionaries and Chinese health
sites sort them. The names are filed when they change (models/listed.py).
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.lists import one_page
from pages.models.language import html_language
from pages.pinyin import OTHER

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ONE_PAGE = 400
LISTED_FIELDS = ("letter", "place", "name", "preferred", "page__title", "page__slug", "page__title_language")


class Entry(NamedTuple):
    """One name in the list; `see` says that the preferred name is another one, and which."""

    name: str
    url: str
    see: str = ""
    lang: str = ""


@dataclass
class Letter:
    """One letter of the strip, and how many names begin with it; `entries`: those of them that are shown."""

    key: str
    title: str
    anchor: str
    count: int
    entries: list[Entry] = field(default_factory=list)


def letters(counts):
    """Give the 26 Letters, and "#" when something begins with no letter; `counts`: {key: how many names}."""
    strip = [Letter(key, key, f"letter-{key.lower()}", counts.get(key, 0)) for key in LETTERS]
    if counts.get(OTHER):
        strip.append(Letter(OTHER, _("Numbers and signs"), "letter-other", counts[OTHER]))
    return strip


def listing(strip, rows, request, start):
    """Give (dict) what the list shows: everything while it is short, else one letter a page.

    `strip`: [Letter]; `rows`: the public ListedNames (queryset); of the request's parameters `letter` picks
    one and `page` a page of it. `start`: the address (str) below which the conditions stand.
    """
    rows = rows.order_by("letter", "place", "pk").values_list(*LISTED_FIELDS)
    filled, total = _filled(strip)
    if total <= ONE_PAGE:
        found = list(rows) if total else []
        shown = [_with_entries(letter, found, start) for letter in filled]
        return {"letters": strip, "shown": shown, "chosen": None, "total": total}
    wished = request.GET.get("letter", "").upper()
    chosen = next((letter for letter in filled if letter.key == wished), filled[0])
    pager = one_page(rows.filter(letter=chosen.key), request, ONE_PAGE, count=chosen.count)
    shown = _with_entries(chosen, list(pager.object_list), start)
    return {"letters": strip, "shown": [shown], "chosen": chosen.key, "total": total, "pager": pager}


def strip(found):
    """Give (dict) the `letters` that have entries; `by_letter`: whether each is its own page."""
    filled, total = _filled(found)
    return {"letters": filled, "by_letter": total > ONE_PAGE}


def _filled(found):
    filled = [letter for letter in found if letter.count]
    return filled, sum(letter.count for letter in filled)


def _with_entries(letter, rows, start):
    # Of one name for two conditions the database does not know the order of the addresses.
    of_it = sorted((bytes(row[1]), _entry(row, start)) for row in rows if row[0] == letter.key)
    return replace(letter, entries=[entry for _place, entry in of_it])


def _entry(row, start):
    _letter, _place, name, preferred, title, slug, language = row
    url = f"{start}{slug}/"
    if preferred:
        # Written past the models, a title is filed later; it is shown as it is.
        return Entry(title, url, lang=html_language(language))
    return Entry(name, url, see=_("see %(name)s") % {"name": title})
