"""How hard a Chinese text is.

No formula for Chinese health texts is settled, so this is a house rule that looks at the two things every
plain-language guide asks for: short sentences, and few words that only professionals use. Length is counted
in characters without punctuation; a number or a Latin word counts as one character.
"""

import re
from pathlib import Path

from django.utils.translation import gettext_lazy as _

UNIT = re.compile(r"[\u3400-\u9fff]|[A-Za-z]+|\d[\d.,%]*")
LIST = Path(__file__).resolve().parent.parent / "data" / "hard_words_zh.txt"
WORDS = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
HARD = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
# Upper limit of the mean sentence length in characters, hard words for 100 characters, and what it means.
BANDS = [
    (15, 1.0, _("very easy")),
    (20, 2.0, _("easy")),
    (25, 3.0, _("plain")),
    (32, 4.5, _("fairly hard")),
    (42, 7.0, _("hard")),
]
HARDEST = _("very hard")


def length(text):
    """Give the length (int) of `text`: Chinese characters, and Latin words and numbers as one each."""
    return len(UNIT.findall(text))


def hard_words(text):
    """Give the hard words (list of str) of `text`, in order, repeated ones too."""
    return [match.group() for match in HARD.finditer(text)]


def band(mean_length, per_hundred):
    """Give the words (lazy str) for a mean sentence length and the hard words for 100 characters."""
    fits = (name for longest, most, name in BANDS if mean_length <= longest and per_hundred <= most)
    return next(fits, HARDEST)
