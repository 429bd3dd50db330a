"""How Chinese is read in Latin letters: for lists from A to Z, and for names typed as pinyin.

The readings come from pypinyin, which knows words in context; the few medical words that it reads wrongly
stand in READ_OTHERWISE.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii
from pypinyin import lazy_pinyin, load_phrases_dict

OTHER = "#"
# Xiandai Hanyu Cidian, 7th edition: 长 in 长新冠 is "long" (chang), 卒中 is read cuzhong.
READ_OTHERWISE = {
    "长新冠": [["cháng"], ["xīn"], ["guān"]],
    "卒中": [["cù"], ["zhòng"]],
}
load_phrases_dict(READ_OTHERWISE)
GREEK = re.compile(r"[α-ωΑ-Ω]")


def syllables(text):
    """Give the syllables (list of str) of the Chinese in `text` (str), other signs as they are in ASCII."""
    return lazy_pinyin(text, errors=lambda signs: [in_ascii(signs)])


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
