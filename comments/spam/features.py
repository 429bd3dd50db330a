"""What the spam score looks at in a text: words, pairs, parts of words, and how the text is made."""

import html
import math
import re
import unicodedata
from collections import Counter
from itertools import pairwise

LONGEST = 5000
TAG = re.compile(r"</?\w{1,20}[^<>]{0,300}>")
LINK = re.compile(
    r"(?:https?://|www\.)\S{1,500}|(?<![\w-])-*+\w[\w-]++\.(?:com|net|org|co|info|tv|ly|me|be|uk|ru|cn|io|biz|to|gl)\b\S{0,500}",
    re.IGNORECASE,
)
HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]{1,100})")
WORD = re.compile(r"[a-z']+|\d+|[^\W\d_]|[!?$£€%*#@+]+")
LONG_NUMBER = re.compile(r"\d{5,}")
MONEY = re.compile(r"[£$€¥]\s?\d|\d\s?(?:p|pounds?|dollars?|元|块)\b", re.IGNORECASE)
SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
# The shapes of asking readers to do something for the writer.
PLEA = re.compile(
    r"\b(?:(?:dis)?like|share|rate|reply|vote|thumbs? up|subscribe|sub|follow|comment|click|add|join|visit"
    r"|watch|check ?out|look at|listen|search|support|help|give)\b.{0,25}?"
    r"\b(?:this|my|me|our|us|it|below|here|link|page|channel|video|comment)s?\b",
    re.IGNORECASE,
)
MINE = re.compile(
    r"\b(?:my|our)\s+(?:\w+\s+){0,2}(?:channel|video|vid|page|music|song|cover|blog|site|website|profile|link"
    r"|account|remix|rap|album|band|comment|shop|product)s?\b",
    re.IGNORECASE,
)
CALL = re.compile(
    r"\b(?:please|pls|plz|thumbs up|subscribe|sub)\b|\blike (?:this|my|if)\b|\bcheck (?:out|it|this|my)\b",
    re.IGNORECASE,
)
OPENS_WITH_ORDER = re.compile(
    r"\W{0,9}(?:(?:please|hey|hi|guys|and|so|everyone|hello|just)\W{1,9}){0,6}"
    r"(?:check|subscribe|like|share|visit|click"
    r"|watch|look|follow|join|add|vote|search|give|go|take|do not|don't|help|come|earn|get|make|buy"
    r"|order|call)\b",
    re.IGNORECASE,
)
SHAPES = {"plea": PLEA, "mine": MINE, "call": CALL, "money": MONEY, "long number": LONG_NUMBER}


def _readable(text):
    text = unicodedata.normalize("NFKC", html.unescape(text[:LONGEST])).replace("\ufeff", "")
    return TAG.sub(" ", text)


def _words(text):
    """Give the words (list of str): numbers as their length, links as one word, each Chinese character."""
    found = WORD.findall(LINK.sub(" linklink ", text).casefold())
    return [f"number{min(len(word), 6)}" if word.isdigit() else word for word in found]


def _parts(words):
    """Give the three to five letter parts of the Latin words."""
    for word in words:
        if word.isascii() and word.isalpha():
            edged = f"^{word[:30]}$"
            for size in (3, 4, 5):
                yield from (edged[i : i + size] for i in range(len(edged) - size + 1))


def _make(text, links):
    """Give the features (iterator of str) of how the text is made."""
    letters = sum(map(str.isalpha, text)) or 1
    digits = sum(map(str.isdigit, text))
    yield f"length {min(int(math.log2(len(text) + 1)), 10)}"
    yield f"digits {min(int(math.log2(digits + 1)), 5)}"
    yield f"shouted words {min(len(SHOUTED.findall(text)), 3)}"
    yield f"words with a capital {min(len(CAPITAL.findall(text)) * 5 // (1 + len(text.split())), 5)}"
    if letters > 8 and sum(map(str.isupper, text)) / letters > 0.5:
        yield "capitals"
    if links:
        yield "link"
    if len(links) > 1:
        yield "links"
    yield from (name for name, shape in SHAPES.items() if shape.search(text))
    if OPENS_WITH_ORDER.match(text):
        yield "order"


def features(text):
    """Give what is in `text`: a dict of family ("word", "pair", "part", "site", "make") to Counter."""
    text = _readable(text)
    links, words = [link.lstrip("-") for link in LINK.findall(text)], _words(text)
    return {
        "word": Counter(words),
        "pair": Counter(f"{first} {second}" for first, second in pairwise(words)),
        "part": Counter(_parts(words)),
        "site": Counter(match[1] for link in links if (match := HOST.match(link.casefold()))),
        "make": Counter(_make(text, links)),
    }
