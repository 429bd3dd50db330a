"""pypinyin's words and readings in a fourth of the memory.

Bytes for each word instead of lists of lists, the words in order instead of a set of all their beginnings,
one string for all signs that are read alike.
"""

import json
import os
import re
import sys
from bisect import bisect_left
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from pages.memory import give_back

NEXT = re.compile(r'[\s,{]*(?=")')
COLON = re.compile(r"\s*:\s*")
# Where pypinyin keeps its words, and what tells it to make no copy of them.
MODULE, FILE, NO_COPY = "pypinyin.phrases_dict", "phrases_dict.json", "PYPINYIN_NO_DICT_COPY"


class Words(dict):
    """{word: reading}: a reading is set and got as pypinyin wants it, a list of lists of syllables."""

    def __getitem__(self, word):
        return [syllables.split(",") for syllables in super().__getitem__(word).decode().split(" ")]

    def __setitem__(self, word, reading):
        super().__setitem__(word, " ".join([",".join(syllables) for syllables in reading]).encode())

    def update(self, more):
        """Take in `more` (dict)."""
        for word, reading in more.items():
            self[word] = reading


class Beginnings:
    """Whether a text begins one of the words: what pypinyin asks while it looks for the longest."""

    def __init__(self):
        self._words = []

    def train(self, words):
        """Know these `words` (iterable of str), and no others."""
        self._words = sorted(words)

    def __contains__(self, text):
        place = bisect_left(self._words, text)
        return place < len(self._words) and self._words[place].startswith(text)


def read(words, text):
    """Put what a JSON `text` (str) holds into `words` (Words), one at a time: never are all lists there."""
    decode, place = json.JSONDecoder().raw_decode, 0
    while start := NEXT.match(text, place):
        word, place = decode(text, start.end())
        words[word], place = decode(text, COLON.match(text, place).end())


def load():
    """Give the module pypinyin, its words loaded in that form."""
    if "pypinyin" not in sys.modules:
        file = Path(find_spec("pypinyin").origin).with_name(FILE)
        if not file.exists():  # another release, which keeps them elsewhere
            return import_module("pypinyin")
        os.environ.setdefault(NO_COPY, "1")
        words = Words()
        sys.modules[MODULE] = ModuleType(MODULE)
        sys.modules[MODULE].phrases_dict = words
        mmseg = import_module("pypinyin.seg.mmseg")
        mmseg.seg = mmseg.Seg(Beginnings(), no_non_phrases=True)
        read(words, file.read_text(encoding="utf-8"))
        mmseg.retrain(mmseg.seg)
        signs = import_module("pypinyin.pinyin_dict").pinyin_dict
        signs.update({sign: sys.intern(reading) for sign, reading in signs.items()})
        give_back()
    return import_module("pypinyin")
