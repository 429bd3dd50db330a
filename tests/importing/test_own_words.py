"""The code knows no source page: none of their sentences, not even a part of one, stands in it."""

import re
from pathlib import Path

import importing

from .seeds import SEEDS, need

LENGTH = 5


def runs_of_words(text):
    words = re.findall(r"[a-z]+", text.lower())
    return {" ".join(words[index : index + LENGTH]) for index in range(len(words) - LENGTH + 1)}


def code():
    root = Path(importing.__file__).parents[1]
    folders = ("importing", "templates/importing", "docs")
    files = [path for folder in folders for path in (root / folder).rglob("*") if path.is_file()]
    return [path for path in files if path.suffix in {".py", ".html", ".md"}]


def test_no_phrase_of_a_source_page_stands_in_the_code():
    phrases = set()
    for path in need(SEEDS).glob("*.txt"):
        phrases |= runs_of_words(path.read_text("utf-8"))
    found = {path.name: runs_of_words(path.read_text("utf-8")) & phrases for path in code()}
    assert {name: run for name, run in found.items() if run} == {}
