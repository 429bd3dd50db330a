"""How long a text takes to read, and how a text is cut for a list, in both scripts."""

import math
import re

# Silent reading of non-fiction: 238 English words a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047)
# and about 260 Chinese words (same source) of some 1.5 characters.
WORDS_A_MINUTE = 238
HAN_A_MINUTE = 390

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
# Python's HTML parser, and with it Django's strip_tags, fails on text such as "<![".
MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def reading_minutes(texts):
    """Give whole minutes (int, at least 1) for `texts` (iterable of str, markup allowed)."""
    text = MARKUP.sub("", " ".join(str(part) for part in texts))
    han = len(HAN.findall(text))
    words = len(WORD.findall(HAN.sub(" ", text)))
    return max(1, math.ceil(words / WORDS_A_MINUTE + han / HAN_A_MINUTE - 0.5))


def teaser(text, length=120):
    """Give `text` (str) whole, or cut before `length` characters with one "…" and no broken word.

    Chinese has no spaces, so there a cut may stand after any character, but never inside a Latin word.
    """
    text = " ".join(MARKUP.sub("", str(text)).split()).rstrip("…").rstrip()
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    if _inside_word(text, len(cut)):
        cut = re.sub(r"[^\s\u3400-\u9fff，。；：、！？]+$", "", cut) or cut
    return cut.rstrip(" ,.;:!?，。；：、！？-–—") + "…"


def _inside_word(text, place):
    before, after = text[place - 1], text[place]
    return before.isalnum() and after.isalnum() and not HAN.match(before) and not HAN.match(after)
