"""How long title and description may be. A Chinese character takes the room of two Latin letters.

Search engines cut by width, not by number of characters: some 60 Latin letters of a title and 160 of a
description, or 30 and 80 Chinese characters. They publish no figures; these are on the safe side.
"""

import unicodedata

TITLE = (15, 60)
DESCRIPTION = (70, 160)


def width(text):
    """Give the width (int) of `text` (str) in Latin letters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def cut(text, most):
    """Give `text` (str) as a search engine shows it: whole, or cut before `most` letters with an ellipsis."""
    if width(text) <= most:
        return text
    shown = ""
    for character in text:
        if width(shown + character) > most - 1:
            break
        shown += character
    return shown.rstrip() + "…"


def verdict(text, limits):
    """Give "missing", "short", "long" or "good" for `text` (str) and `limits` (least, most)."""
    least, most = limits
    if not text:
        return "missing"
    return "short" if width(text) < least else "long" if width(text) > most else "good"
