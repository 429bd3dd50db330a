"""Cleaning what a reader typed. Nothing here turns text into HTML."""

import hashlib
import re
import unicodedata

# C0 and C1 controls but not tab, line feed, carriage return; and lone surrogates.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
ARABIC_OR_HEBREW = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c]")
# The joiners U+200C and U+200D stay: Persian words and family emoji need them.
INVISIBLE = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad\u180e\u115f\u1160\u3164\uffa0]|[\u200c\u200d]{2,}")
MANY_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{8})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
BLANK_LINES = re.compile(r"\n{4,}")


def clean_text(text):
    """Give `text` (str) composed (NFC), without what only hides or reorders letters; line breaks kept."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = BIDI.sub("", CONTROLS.sub("", text))
    if not ARABIC_OR_HEBREW.search(text):
        text = DIRECTION_MARKS.sub("", text)
    text = MANY_MARKS.sub(r"\1", INVISIBLE.sub("", text))
    return BLANK_LINES.sub("\n\n\n", text).strip()


def clean_line(text):
    """Give `text` as one line: cleaned, runs of white space made one space."""
    return " ".join(clean_text(text).split())


def has_hidden_letters(text):
    """Whether `text` (str) held bidi controls, invisible letters or stacked marks that cleaning takes out."""
    return bool(BIDI.search(text) or INVISIBLE.search(text) or MANY_MARKS.search(text))


def body_key(text):
    """Give the digest (64 characters) that two comments share when they say the same in other dress."""
    letters = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return hashlib.sha256((letters or text).encode()).hexdigest()
