"""Clean what a scraper or an old encoding left in the characters; flag what only a person can mend."""

import re
from itertools import islice

from .records import Line

LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
JUNK_START = re.compile(r"^(?:[?？�]\s*)+(?=[^\W\d_])")
TRAILING_SEPARATOR = re.compile(r"(?<!\s)\s*(?:\s[|｜]|\s[-–—_=*~]{2,}|[|｜])(?:\s*[|｜])*\s*$")
STRAY_POINT = re.compile(r"(?<=[.!?。！？])\s+\.(?=\s|$)")
LOOSE_POINT = re.compile(r"(?<=[^\W_]) \.(?=\s+[A-Z]|\s*$)")
# Stars that open nothing and close nothing, question marks inside words, replacement characters.
DAMAGED = re.compile(r"\w\*{1,9}\s+\*|\w\*{2,9}\w|[^\W\d_]\?[a-z]|\?{3}|\ufffd")
MOJIBAKE = re.compile(r"â€[™œ\x9d“”¢¦]|Ã[©¨¤¶¼±­]|锟斤拷|烫烫烫|ï¼|ã€")
MOST_FLAGS = 10
MOST_AROUND = 40


def split_lines(text):
    """Give the non-empty lines (list of Line) of `text`, numbered from 1, spaces normalised."""
    lines, gap = [], False
    for number, raw in enumerate(LINE_END.split(text), start=1):
        tidy = SPACES.sub(" ", raw).strip()
        if tidy.strip("".join(map(chr, (0x200B, 0xFEFF)))):
            lines.append(Line(number, tidy, gap))
        gap = not tidy
    return lines


def clean(lines, ledger):
    """Mend `lines` (list of Line) in place and write to the ledger what was changed or looks damaged."""
    for line in lines:
        _replace(line, INVISIBLE, "control_character", ledger)
        _replace(line, JUNK_START, "junk_question_mark", ledger)
        _replace(line, TRAILING_SEPARATOR, "trailing_separator", ledger)
        _replace(line, STRAY_POINT, "stray_point", ledger)
        _replace(line, LOOSE_POINT, "loose_point", ledger, ".")
        _flag(line, ledger)


def _replace(line, pattern, reason, ledger, by=""):
    mended = SPACES.sub(" ", pattern.sub(by, line.text)).strip()
    if mended != line.text and mended:
        ledger.changed(line.number, line.text, mended, reason)
        line.text = mended


def _flag(line, ledger):
    for pattern, reason in ((DAMAGED, "damaged"), (MOJIBAKE, "mojibake")):
        for match in islice(pattern.finditer(line.text), MOST_FLAGS):
            ledger.flagged(line.number, _words_around(line.text, match), reason)


def _words_around(text, match):
    before = re.search(r"\S*$", text[max(0, match.start() - MOST_AROUND) : match.start()])
    after = re.match(r"\S*", text[match.end() : match.end() + MOST_AROUND])
    return before.group() + match.group() + after.group()
