"""How hard an English text is.

Flesch Reading Ease = 206.835 - 1.015 x words per sentence - 84.6 x syllables per word
(Flesch R. A new readability yardstick. J Appl Psychol 1948;32:221-233, doi 10.1037/h0057532).
Flesch-Kincaid grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59
(Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for Navy enlisted
personnel. Research Branch Report 8-75, 1975). Bands are Flesch's own. Syllables are counted by vowel groups,
a rule of thumb: single words may be wrong by one, a text hardly.
"""

import re

from django.utils.translation import gettext_lazy as _

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
NUMBER = re.compile(r"\d[\d.,]*")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?:(?<![laeiouy])(?<![cgsxz])(?<![cs]h)es|(?<![aeioutdy])ed|(?<![laeiouy])e)$")
SPLIT_VOWELS = re.compile(r"i[ao](?!u)|[^q]ua|eo(?!p|u)|[^aeiouy]ism\b|uou|\bscie|\bcrea|\bdiet")
# Lower limit of the ease, and what it means (Flesch 1948; names of schools left out).
BANDS = [
    (90, _("very easy")),
    (80, _("easy")),
    (70, _("fairly easy")),
    (60, _("plain")),
    (50, _("fairly hard")),
    (30, _("hard")),
]
HARDEST = _("very hard")
PLAIN_FROM = 60


def syllables(word):
    """Give the number (int, at least 1) of syllables of an English `word` (str)."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    count = len(VOWELS.findall(word)) + len(SPLIT_VOWELS.findall(word))
    if len(word) > 2 and SILENT_END.search(word):
        count -= 1
    return max(count, 1)


def count(text):
    """Give (words, syllables) of `text`; a number counts as a word of one syllable."""
    words = WORD.findall(text)
    numbers = len(NUMBER.findall(text))
    return len(words) + numbers, sum(map(syllables, words)) + numbers


def ease(words, sentences, parts):
    """Give the Flesch Reading Ease (float, higher is easier) from three counts (int, not zero)."""
    return 206.835 - 1.015 * words / sentences - 84.6 * parts / words


def grade(words, sentences, parts):
    """Give the Flesch-Kincaid grade (float, American school years) from three counts (int, not zero)."""
    return 0.39 * words / sentences + 11.8 * parts / words - 15.59


def band(value):
    """Give the words (lazy str) for a reading ease."""
    return next((name for limit, name in BANDS if value >= limit), HARDEST)
