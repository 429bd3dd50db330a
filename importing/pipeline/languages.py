"""In which of the site's languages a text is written."""

import re

from .text import han_share
from .wordlists import word_list

ENGLISH_WORDS = word_list("english_words")
MOST_LETTERS_READ = 5000


def language_of(text, *, is_title=False):
    """Give "en", "zh-hans" or "" when it is neither; a title may be too short to hold an English word."""
    sample = text[:MOST_LETTERS_READ]
    share = han_share(sample)
    if share >= 0.3 and not re.search("[\u3040-\u30ff\uac00-\ud7af]", sample):
        return "zh-hans"
    tokens = re.findall(r"[a-z]+", sample.lower())
    letters = sum(1 for character in sample if character.isalpha())
    if not tokens or sum(map(len, tokens)) < 0.8 * letters:
        return ""
    common = sum(token in ENGLISH_WORDS for token in tokens)
    return "en" if is_title or common >= 0.12 * len(tokens) else ""
