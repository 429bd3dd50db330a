"""The A to Z: every published condition under each of its names.

Chinese names stand under the initial of their pinyin, as printed dictionaries and Chinese health
sites sort them.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from pages.lists import one_page
from pages.models.language import html_language
from pages.pinyin import OTHER, initial, sort_key

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ONE_PAGE = 400


class Entry(NamedTuple):
    """One name in the list; `see` is the preferred name when this is another one."""

    name: str
    url: str
    see: str = ""
    lang: str = ""


@dataclass
class Letter:
    """One letter of the strip, `entries` empty when no name begins with it."""

    key: str
    title: str
    anchor: str
    entries: list[Entry]


def entries(rows, names, start):
    """Give [Entry] sorted by name.

    `rows`: (id, title, slug, language of the title) of published conditions; `names`: (page id, name) pairs;
    `start`: the address (str) below which they stand.
    """
    listed = {pk: Entry(title, f"{start}{slug}/", lang=html_language(code)) for pk, title, slug, code in rows}
    others = [
        Entry(name, listed[pk].url, see=listed[pk].name)
        for pk, name in names
        if pk in listed and name != listed[pk].name
    ]
    return sorted([*listed.values(), *others], key=lambda one: (sort_key(one.name), one.name, one.url))


def letters(found):
    """Give the 26 Letters with their entries, and "#" when something begins with no letter."""
    by_key = {key: [] for key in (*LETTERS, OTHER)}
    for entry in found:
        by_key[initial(entry.name)].append(entry)
    strip = [Letter(key, key, f"letter-{key.lower()}", by_key[key]) for key in LETTERS]
    if by_key[OTHER]:
        strip.append(Letter(OTHER, _("Numbers and signs"), "letter-other", by_key[OTHER]))
    return strip


def listing(strip, request):
    """Give (dict) what the list shows: everything while it is short, else one letter a page.

    `strip`: [Letter]; of the request's parameters `letter` picks one and `page` a page of it.
    """
    filled = [letter for letter in strip if letter.entries]
    total = sum(len(letter.entries) for letter in filled)
    if total <= ONE_PAGE:
        return {"letters": strip, "shown": filled, "chosen": None, "total": total}
    wished = request.GET.get("letter", "").upper()
    chosen = next((letter for letter in filled if letter.key == wished), filled[0])
    pager = one_page(chosen.entries, request, ONE_PAGE)
    shown = replace(chosen, entries=list(pager.object_list))
    return {"letters": strip, "shown": [shown], "chosen": chosen.key, "total": total, "pager": pager}


def strip(found):
    """Give (dict) `letters` that have entries, one entry each; `by_letter`: whether each is its own page."""
    filled = [replace(letter, entries=letter.entries[:1]) for letter in found if letter.entries]
    total = sum(len(letter.entries) for letter in found)
    return {"letters": filled, "by_letter": total > ONE_PAGE}
