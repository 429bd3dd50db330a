"""Lists of words, kept beside the code in words/*.txt: words with spaces between them, notes after a #."""

from pathlib import Path

FOLDER = Path(__file__).with_name("words")


def word_list(name):
    """Give the words (frozenset of str) of the list words/`name`.txt."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
