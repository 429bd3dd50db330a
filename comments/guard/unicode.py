"""Rules about letters that deceive."""

import re

from .answers import ALLOWED, held

LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
CYRILLIC_OR_GREEK = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
WORD = re.compile(r"\w{2,64}")


def hidden_letters(draft):
    """Hold what came with invisible letters, direction controls or stacked marks; they are already gone."""
    return held("hidden_letters") if draft.hidden_letters else ALLOWED


def mixed_scripts(draft):
    """Hold words that mix Latin with Cyrillic or Greek letters: nobody writes so, look-alikes do."""
    mixed = [
        word
        for word in WORD.findall(draft.text)
        if LATIN.search(word) and CYRILLIC_OR_GREEK.search(word) and not word.startswith("µ")
    ]
    return held("mixed_scripts", ", ".join(mixed[:5])) if mixed else ALLOWED
