"""How a name is filed in the A to Z: under which letter, and at which place."""

from typing import NamedTuple

from pages.pinyin import initial, sort_key

# PostgreSQL indexes no value of more than 2,700 bytes, and signs may have long names in ASCII.
LONGEST_PLACE = 500
# Treebeard's: so many letters of a path name one level of the tree.
STEP = 4


class Filed(NamedTuple):
    """One name of a page in one list; a name that is not `preferred` points to the one that is."""

    list_id: int
    page_id: int
    letter: str
    place: bytes
    name: str
    preferred: bool


def place_of(name):
    """Give the place (bytes) of `name` (str): every database sorts bytes as Python sorts the letters."""
    return f"{sort_key(name)}\0{name}".encode()[:LONGEST_PLACE]


def filed(pages, names, lists):
    """Give the Filed (set) of `pages`: (id, title, path).

    `names`: (page id, language, name) of their other names; `lists`: {path: (id, language)} of the lists that
    they stand below. Only names in the language of its list are filed.
    """
    found, where = set(), {}
    for pk, title, path in pages:
        if path[:-STEP] in lists:
            where[pk] = (title, *lists[path[:-STEP]])
            found.add(_one(where[pk][1], pk, title, preferred=True))
    for pk, language, name in names:
        title, list_id, spoken = where.get(pk, ("", 0, None))
        if language == spoken and name != title:
            found.add(_one(list_id, pk, name, preferred=False))
    return found


def _one(list_id, pk, name, *, preferred):
    return Filed(list_id, pk, initial(name), place_of(name), name, preferred)
