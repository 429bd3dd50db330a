"""How Chinese is read in Latin letters: for lists from A to Z, and for names typed as pinyin.

The readings come from pypinyin, which knows words in context; the few medical words that it reads wrongly
stand in READ_OTHERWISE.
"""

import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii

from .pinyin_words import load

OTHER = "#"
# Xiandai Hanyu Cidian, 7th edition: 长 in 长新冠 is "long" (chang), 卒中 is read cuzhong.
READ_OTHERWISE = {
    "长新冠": [["cháng"], ["xīn"], ["guān"]],
    "卒中": [["cù"], ["zhòng"]],
}
# Nothing before this sign is Chinese: there the radicals begin.
FIRST_HAN = "\u2e80"
GREEK = re.compile(r"[α-ωΑ-Ω]")


@cache
def readings():
    """Give pypinyin's function, which is loaded at its first use: its words take 30 MB of memory."""
    pypinyin = load()
    pypinyin.load_phrases_dict(READ_OTHERWISE)
    return pypinyin.lazy_pinyin


def syllables(text):
    """Give the syllables (list of str) of the Chinese in `text` (str), other signs as they are in ASCII."""
    if not text or max(text) < FIRST_HAN:
        return [in_ascii(text)] if text else []
    return readings()(text, errors=lambda signs: [in_ascii(signs)])


def in_ascii(signs):
    """Give `signs` (str) in ASCII, a Greek letter by its name: doctors say beta, not "v"."""
    named = GREEK.sub(lambda letter: unicodedata.name(letter.group()).split()[-1].lower(), signs)
    return anyascii(named)


@lru_cache(maxsize=20_000)
def sort_key(name):
    """Give the key (str) by which names of any script are sorted: Latin letters, Chinese as pinyin."""
    return "".join(syllables(name.strip())).casefold()


def initial(name):
    """Give the letter (A to Z, or "#") under which `name` (str) is listed."""
    first = sort_key(name)[:1].upper()
    return first if first.isascii() and first.isalpha() else OTHER
