"""Finding the words of a list in a text, whole words only, in any script."""

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

# The wheel is missing on some machines; Chinese words then match anywhere. Its words take 35 MB of memory,
# so it is loaded where Chinese is found.
SEGMENTS_CHINESE = find_spec("rjieba") is not None
CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# A letter or digit of a script that puts spaces between words.
WORD_CHARACTER = r"[^\W\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]"
APOSTROPHES = re.compile("['’‘`´]")
SPACES = re.compile(r"\s+")
# Letters of other scripts that pass for Latin ones.
LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһкмтвнгпАЕОРСУХІЈЅКМТВНαοορντικεАΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhkmtbhrnAEOPCYXIJSKMTBHaoopvtikeABEZHIKMNOPTYX",
)


@lru_cache(maxsize=4096)
def plain(text):
    """Give `text` as it is compared: forms and case folded, no apostrophes, single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return SPACES.sub(" ", APOSTROPHES.sub("", folded)).strip()


@lru_cache(maxsize=1024)
def skeleton(text):
    """Give what `text` looks like (str): look-alike letters made Latin, marks and separators dropped."""
    folded = unicodedata.normalize("NFKD", text.translate(LOOKALIKES)).casefold().translate(LOOKALIKES)
    for mark in "1|i":
        folded = folded.replace(mark, "l")
    folded = folded.replace("0", "o")
    return "".join(letter for letter in folded if letter.isalnum())


def _pattern(word):
    return rf"(?<!{WORD_CHARACTER}){re.escape(word)}(?!{WORD_CHARACTER})"


@lru_cache(maxsize=256)
def _compared(words):
    """Give `words` (tuple) as they are compared, each once, the longest first."""
    return sorted({plain(word) for word in words} - {""}, key=len, reverse=True)


@lru_cache(maxsize=256)
def _compiled(words):
    """Give one expression for all `words` (tuple), the longest first; each alternative is a fixed text."""
    return re.compile("|".join(map(_pattern, _compared(words))))


def _word_edges(text):
    """Give the positions (set of int) at which a Chinese word of `text` may begin or end."""
    edges, position = {0}, 0
    for piece in import_module("rjieba").cut(text):
        position += len(piece)
        edges.add(position)
    return edges


def find_words(text, words, *, anywhere=False):
    """Give the words (list of str, each once) of `words` (tuple) that occur in `text` as whole words.

    Chinese has no spaces: a match must begin and end where the segmenter sees a word end, unless
    `anywhere` is true, as it is where missing a phrase would be worse than finding one too many.
    """
    text = plain(text)
    # Nearly no text holds any: a plain look takes a tenth of what the expression takes, or a hundredth.
    if not any(word in text for word in _compared(words)):
        return []
    matches = list(_compiled(words).finditer(text))
    if matches and not anywhere and SEGMENTS_CHINESE and any(CJK.search(match[0]) for match in matches):
        edges = _word_edges(text)
        matches = [m for m in matches if not CJK.search(m[0]) or {m.start(), m.end()} <= edges]
    return list(dict.fromkeys(match[0] for match in matches))


def _as_typed(word):
    """Give the expression (str) for a found word in the text as it was typed: see `plain`."""
    letters = (r"\s+" if letter == " " else re.escape(letter) for letter in word)
    return f"{APOSTROPHES.pattern}?".join(letters)


def split_at(text, words):
    """Give `text` in pieces: (piece, whether it is one of `words`) pairs, for showing what matched."""
    wanted = [_as_typed(word) for word in words if word]
    if not wanted:
        return [(text, False)]
    pattern = re.compile("|".join(sorted(wanted, key=len, reverse=True)), re.IGNORECASE)
    pieces, end = [], 0
    for match in pattern.finditer(text):
        pieces += [(text[end : match.start()], False), (match[0], True)]
        end = match.end()
    return [piece for piece in [*pieces, (text[end:], False)] if piece[0]]
