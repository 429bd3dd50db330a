"""pypinyin's words and readings in half the memory: a string for each word, not lists of lists."""

import json
import os
import re
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

NEXT = re.compile(r'[\s,{]*(?=")')
COLON = re.compile(r"\s*:\s*")
# Where pypinyin keeps its words, and what tells it to make no copy of them.
MODULE, FILE, NO_COPY = "pypinyin.phrases_dict", "phrases_dict.json", "PYPINYIN_NO_DICT_COPY"


class Words(dict):
    """{word: reading}: a reading is set and got as pypinyin wants it, a list of lists of syllables."""

    def __getitem__(self, word):
        return [syllables.split(",") for syllables in super().__getitem__(word).split(" ")]

    def __setitem__(self, word, reading):
        super().__setitem__(word, " ".join([",".join(syllables) for syllables in reading]))

    def update(self, more):
        """Take in `more` (dict)."""
        for word, reading in more.items():
            self[word] = reading


def words_in(text):
    """Give the Words of a JSON `text` (str), read one at a time: at no moment all lists are there."""
    words, decode, place = Words(), json.JSONDecoder().raw_decode, 0
    while start := NEXT.match(text, place):
        word, place = decode(text, start.end())
        words[word], place = decode(text, COLON.match(text, place).end())
    return words


def load():
    """Give the module pypinyin, its words loaded in that form."""
    if "pypinyin" not in sys.modules:
        file = Path(find_spec("pypinyin").origin).with_name(FILE)
        if not file.exists():  # another release, which keeps them elsewhere
            return import_module("pypinyin")
        os.environ.setdefault(NO_COPY, "1")
        stand_in = ModuleType(MODULE)
        stand_in.phrases_dict = words_in(file.read_text(encoding="utf-8"))
        sys.modules[MODULE] = stand_in
    return import_module("pypinyin")
