"""How a text becomes words to find: the same rules for what is stored and for what is asked.

Latin words are folded (NFKC, lower case, no accents) and stemmed as English. Chinese has no spaces, so
each pair of neighbouring characters is a word, and the longer words that rjieba sees are added: any two
characters are found wherever they stand. Names are also found by pinyin.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib import import_module
from typing import NamedTuple

import snowballstemmer

from pages.pinyin import syllables

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
PARTS = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:-[^\W_{HAN}]+)*")
HAN_START = re.compile(rf"[{HAN}]")
BEFORE_HAN = "\u3400"
POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
ACCENTS = re.compile(r"[\u0300-\u036f]")
LONGEST_WORD = 40
LETTERS_THEN_DIGITS = re.compile(r"([a-z]+)([0-9]+)")
# Marks the first letters of a word, so that they are never taken for a word ("hernia" and "herniated").
HEAD_MARK = "ʰ"
HEAD_LENGTH = 5
# Words that stand in nearly every English text and say nothing about it.
STOP_WORDS = frozenset(
    """an and are as at be been being by did do does for from had has have in into is its of on or such
    that the their then there these they this those to was were which will with""".split()  # noqa: SIM905
)
STEMMER = snowballstemmer.stemmer("english")


class Analysis(NamedTuple):
    """The words of a text: `core` say what must be there, `extra` only help to rank (both list of str)."""

    core: list
    extra: list


def fold(text):
    """Give `text` (str) in one form whatever its width, case or accents."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", ACCENTS.sub("", unicodedata.normalize("NFD", text)))


@lru_cache(maxsize=50_000)
def stem(word):
    """Give the English stem (str) of a folded word (str); words with digits and short ones stay whole."""
    if len(word) < 4 or not word.isalpha() or not word.isascii():
        return word
    return STEMMER.stemWord(word)


# An object's texts are read for more than one purpose, one after the other.
@lru_cache(maxsize=32)
def parts(text):
    """Give the runs (list of str) of `text`: each a Chinese run or one Latin word, folded, in order.

    Nobody may change the list.
    """
    return PARTS.findall(POSSESSIVE.sub("", fold(text)))


def is_chinese(run):
    """Whether a run from `parts` is Chinese (bool)."""
    return run[0] >= BEFORE_HAN and bool(HAN_START.match(run))


@cache
def segmenter():
    """Give the module rjieba, loaded at its first use because its words take 35 MB; None where it is not.

    Where no wheel fits the machine, pairs of characters alone still find everything.
    """
    try:
        return import_module("rjieba")
    except ImportError:
        return None


def chinese_words(run):
    """Give the words (list of str) of three characters and more that rjieba sees in a Chinese run."""
    cutter = segmenter()
    return [word for word in cutter.cut_for_search(run) if len(word) > 2] if cutter else []


def chinese_pairs(run):
    """Give the overlapping pairs of characters (list of str) of a run; of one character, itself."""
    return [run[place : place + 2] for place in range(len(run) - 1)] or [run]


def latin_words(run):
    """Give the stems (list of str) of a Latin run, which may be hyphenated."""
    return [stem(word[:LONGEST_WORD]) for word in run.split("-") if word not in STOP_WORDS]


# The same words come again and again.
@lru_cache(maxsize=50_000)
def latin_analysis(run):
    """Give the Analysis of one Latin run, whose lists nobody may change."""
    return Analysis(latin_words(run), spelled_otherwise(run))


def analyse(text):
    """Give the Analysis of `text` (str), in the order of the text."""
    core, extra = [], []
    for run in parts(text):
        if is_chinese(run):
            core += chinese_pairs(run)
            extra += chinese_words(run)
        else:
            found = latin_analysis(run)
            core += found.core
            extra += found.extra
    return Analysis(core, extra)


def spelled_otherwise(run):
    """Give other spellings (list of str) of a Latin run: "x-ray" also as "xray", "mps7" as "mps" and "7"."""
    joined = [stem(run.replace("-", "")[:LONGEST_WORD])] if "-" in run else []
    apart = LETTERS_THEN_DIGITS.fullmatch(run)
    return [*joined, *(apart.groups() if apart else ())]


def heads(text):
    """Give the marked first letters (list of str) of the longer English words of `text` (str)."""
    words = (word for run in parts(text) for word in run.split("-"))
    return [
        HEAD_MARK + word[:HEAD_LENGTH]
        for word in words
        if len(word) > HEAD_LENGTH and word.isascii() and word.isalpha()
    ]


def initials(text):
    """Give the abbreviations (list of str) that the first letters of a name make: all words, or without "of".

    Each beginning of two letters and more counts: "glutaric acidemia type I" is also "GA".
    """
    words = [word for run in parts(text) if not is_chinese(run) for word in run.split("-")]
    made = []
    for kept in (words, [word for word in words if word not in STOP_WORDS]):
        letters = "".join(word[0] for word in kept[:12])
        made += [letters[:length] for length in range(2, len(letters) + 1)]
    return list(dict.fromkeys(made))


def words_to_store(text):
    """Give every word (list of str) under which `text` (str) is found."""
    core, extra = analyse(text)
    return core + extra + last_characters(text)


def last_characters(text):
    """Give the last character of each Chinese run (list of str): it starts no pair, yet is found alone."""
    return [run[-1] for run in parts(text) if is_chinese(run) and len(run) > 1]


def pinyin(text):
    """Give the ways to type the Chinese in `text` (str) with Latin letters (list of str).

    For each word its pinyin to the end of the run, and the initials of the whole run.
    """
    typed = []
    for run in filter(is_chinese, parts(text)):
        read = syllables(run)
        starts = word_starts(run)
        typed += ["".join(read[start:])[:LONGEST_WORD] for start in starts]
        typed.append("".join(syllable[:1] for syllable in read))
    return typed


def word_starts(run):
    """Give the places (list of int) in a Chinese run where a word begins."""
    places, place = [], 0
    for word in segmenter().cut(run) if segmenter() else [run]:
        places.append(place)
        place += len(word)
    return places


def typed_words(text):
    """Give the words (list of str) of `text` (str) as they are typed: unstemmed, none left out."""
    words = []
    for run in parts(text):
        words += chinese_pairs(run) if is_chinese(run) else [word[:LONGEST_WORD] for word in run.split("-")]
    return words


def is_beginning(word):
    """Whether a word of a query (str) is a single Chinese character: the beginning of pairs (bool)."""
    return len(word) == 1 and is_chinese(word)
