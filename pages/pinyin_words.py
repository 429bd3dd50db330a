"""pypinyin's words and readings in a tenth of the memory.

All words with their readings are one piece of bytes, in order, instead of lists of lists and a set of all
beginnings; of a sign only the number of its reading is kept.
"""

import json
import os
import re
import sys
from array import array
from bisect import bisect_left
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from freshness.memory import give_back

NEXT = re.compile(r'[\s,{]*(?=")')
# Sorts before every letter, so that lines are in the order of their words.
BETWEEN, END = b"\0", b"\n"
COLON = re.compile(r"\s*:\s*")
# Tells pypinyin to make no copies.
NO_COPY = "PYPINYIN_NO_DICT_COPY"


class Words:
    """{word: reading} as far as pypinyin asks for it: a reading is a list of lists of syllables."""

    def __init__(self):
        self._text, self._starts, self._own = b"", array("I"), {}

    def fill(self, text):
        """Hold the words of a JSON `text` (str); those that are set later are kept beside them."""
        lines = sorted(_lines(text))
        self._text, self._starts, place = b"".join(lines), array("I"), 0
        for line in lines:
            self._starts.append(place)
            place += len(line)

    def __bool__(self):
        return bool(self._starts or self._own)

    def __contains__(self, word):
        return word in self._own or self._line(word) is not None

    def __getitem__(self, word):
        if word in self._own:
            return self._own[word]
        line = self._line(word)
        if line is None:
            raise KeyError(word)
        return [syllables.split(",") for syllables in line.decode().split(" ")]

    def __setitem__(self, word, reading):
        self._own[word] = reading

    def update(self, more):
        """Take in `more` (dict)."""
        self._own.update(more)

    def keys(self):
        """Yield every word (str) once."""
        yield from self._own
        words = (self._word(start).decode() for start in self._starts)
        yield from (word for word in words if word not in self._own)

    def begin_with(self, text):
        """Whether a word begins with `text` (str)."""
        place, wanted = self._place(text), text.encode()
        found = place < len(self._starts) and self._text.startswith(wanted, self._starts[place])
        return found or any(word.startswith(text) for word in self._own)

    def _place(self, word):
        return bisect_left(self._starts, word.encode(), key=self._word)

    def _word(self, start):
        return self._text[start : self._text.index(BETWEEN, start)]

    def _line(self, word):
        """Give the reading (bytes) of a word of the lines, None where there is no such word."""
        place, begun = self._place(word), word.encode() + BETWEEN
        if place == len(self._starts) or not self._text.startswith(begun, self._starts[place]):
            return None
        start = self._starts[place] + len(begun)
        return self._text[start : self._text.index(END, start)]


class Beginnings:
    """Whether a text begins one of the words: what pypinyin asks while it looks for the longest."""

    def __init__(self, words):
        self._words = words

    def train(self, words):
        """Learn nothing: the Words are asked, which know what is set later."""

    def __contains__(self, text):
        return self._words.begin_with(text)


class Signs:
    """{code of a sign: its readings} as far as pypinyin asks for it: readings are one str, between commas."""

    def __init__(self):
        self._which, self._readings, self._numbers = array("H"), [None], {}

    def fill(self, text):
        """Hold the signs of a JSON `text` (str)."""
        for code, reading in _pairs(text):
            self[int(code)] = reading

    def __contains__(self, code):
        return code < len(self._which) and self._which[code] > 0

    def __getitem__(self, code):
        if code not in self:
            raise KeyError(code)
        return self._readings[self._which[code]]

    def __setitem__(self, code, reading):
        if reading not in self._numbers:
            self._numbers[reading] = len(self._readings)
            self._readings.append(reading)
        if code >= len(self._which):
            self._which.extend([0] * (code + 1 - len(self._which)))
        self._which[code] = self._numbers[reading]

    def update(self, more):
        """Take in `more` (dict)."""
        for code, reading in more.items():
            self[code] = reading


def _pairs(text):
    """Yield the keys and values of a JSON `text` (str) one at a time: never are all of them there."""
    decode, place = json.JSONDecoder().raw_decode, 0
    while start := NEXT.match(text, place):
        key, place = decode(text, start.end())
        value, place = decode(text, COLON.match(text, place).end())
        yield key, value


def _lines(text):
    """Yield each word of a JSON `text` (str) with its reading as bytes."""
    for word, reading in _pairs(text):
        told = " ".join([",".join(syllables) for syllables in reading])
        yield word.encode() + BETWEEN + told.encode() + END


# The modules and files in which pypinyin keeps them, each with its name within.
DICTIONARIES = {"phrases_dict": Words, "pinyin_dict": Signs}


def load():
    """Give the module pypinyin, its words and signs loaded in these forms."""
    if "pypinyin" not in sys.modules:
        folder = Path(find_spec("pypinyin").origin).parent
        if not all((folder / f"{name}.json").exists() for name in DICTIONARIES):
            return import_module("pypinyin")  # another release, which keeps them elsewhere
        os.environ.setdefault(NO_COPY, "1")
        for name, kind in DICTIONARIES.items():
            stand_in = sys.modules[f"pypinyin.{name}"] = ModuleType(f"pypinyin.{name}")
            setattr(stand_in, name, kind())
        # While there are no words: it makes a set of all their beginnings, and keeps it.
        mmseg = import_module("pypinyin.seg.mmseg")
        mmseg.seg = mmseg.Seg(Beginnings(mmseg.PHRASES_DICT), no_non_phrases=True)
        for name in DICTIONARIES:
            held = getattr(sys.modules[f"pypinyin.{name}"], name)
            held.fill((folder / f"{name}.json").read_text(encoding="utf-8"))
        give_back()
    return import_module("pypinyin")
