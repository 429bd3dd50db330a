"""The signs that begin an entry of a list: 1. / 1、/ (1) / （1） / ① / a) / Step one / 第一步 / 一、 / •."""

import re
from dataclasses import dataclass

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NEGATIVE_CIRCLED = "❶❷❸❹❺❻❼❽❾❿"
PARENTHESISED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"
HAN_DIGITS = "一二三四五六七八九"
ENGLISH_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

# Outer styles come first: a style nests inside those before it.
RANK = ["han", "han_paren", "decimal", "paren", "circled", "letter", "bullet"]

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_ENGLISH = "|".join(ENGLISH_NUMBERS)
STYLES = [
    (
        "step",
        re.compile(rf"(?:step|phase)\s+(?P<n>\d{{1,2}}|{_ENGLISH})\b\s*[:：.,、)—–-]?\s*", re.IGNORECASE),
    ),
    ("step", re.compile(rf"第(?P<n>\d{{1,2}}|{_HAN_NUMBER})步\s*[:：.,，、]?\s*")),
    ("ordinal", re.compile(rf"第(?P<n>\d{{1,2}}|{_HAN_NUMBER})[,，、:：]\s*")),
    ("han_paren", re.compile(rf"[(（](?P<n>{_HAN_NUMBER})[)）]\s*[、.．:：]?\s*")),
    ("han", re.compile(rf"(?P<n>{_HAN_NUMBER})[、.．]\s*")),
    ("paren", re.compile(r"[(（]\s*(?P<n>\d{1,2})\s*[)）]\s*[、.．:：]?\s*")),
    ("decimal", re.compile(r"(?P<n>\d{1,2})(?:[、．]\s*|[.)）]\s*(?=[^\d\s.)）])|[.)）]\s+(?=\d{2,}\b))")),
    ("circled", re.compile(rf"(?P<n>[{CIRCLED}{NEGATIVE_CIRCLED}{PARENTHESISED}])\s*[、.．:：]?\s*")),
    ("letter", re.compile(r"[(（]?(?P<n>[a-hA-H])[)）]\s*")),
    ("bullet", re.compile(r"(?P<n>[•·●○◦▪■□◆◇★☆✓✔➢▶►‣⁃*–—-])\s+(?=\S)|(?P<m>[•●○◦▪■□◆◇★☆✓✔➢▶►‣])(?=\S)")),
]


@dataclass(frozen=True)
class Marker:
    """A sign at the start of a text. `style`: a name of STYLES; `ordinal`: int, 0 for bullets;
    `end`: the offset at which the words begin; `sign`: the sign itself."""

    style: str
    ordinal: int
    end: int
    sign: str


def marker_of(text):
    """Give the Marker at the start of `text`, or None. A sign without words after it is none."""
    for style, pattern in STYLES:
        match = pattern.match(text)
        if match and match.end() < len(text):
            sign = match.group("n") or match.groupdict().get("m") or ""
            ordinal = 0 if style == "bullet" else ordinal_of(sign)
            return Marker(style, ordinal, match.end(), match.group().strip())
    return None


def ordinal_of(sign):
    """Give the number (int) that a sign writes, 0 when it writes none."""
    if sign.isascii() and sign.isdigit():
        return int(sign)
    for row in (CIRCLED, NEGATIVE_CIRCLED, PARENTHESISED):
        if sign in row:
            return row.index(sign) + 1
    if sign.lower() in ENGLISH_NUMBERS:
        return ENGLISH_NUMBERS.index(sign.lower()) + 1
    if len(sign) == 1 and sign.isascii():
        return ord(sign.lower()) - ord("a") + 1
    return _han_number(sign)


def inline_marks(text):
    """Give the [(start, end)] of the signs ①, ② or (1), (2) inside `text` when they count from 1."""
    for pattern in (rf"[{CIRCLED}]", rf"[{NEGATIVE_CIRCLED}]", rf"[{PARENTHESISED}]", r"[(（]\d{1,2}[)）]"):
        marks = _counting(re.finditer(pattern, text))
        if len(marks) >= 2:
            return marks
    return []


def _counting(matches):
    marks = []
    for match in matches:
        if ordinal_of(match.group().strip("()（）")) == len(marks) + 1:
            marks.append(match.span())
    return marks


def _han_number(sign):
    if not sign or any(character not in HAN_DIGITS + "十" for character in sign):
        return 0
    tens, ten, units = sign.rpartition("十")
    high = (HAN_DIGITS.index(tens) + 1 if tens in HAN_DIGITS and tens else 1) * 10 if ten else 0
    low = HAN_DIGITS.index(units) + 1 if len(units) == 1 else 0
    return high + low
