"""The small language in which editors write phrases, and its translation into bounded regular expressions.

    cure            the word
    improv*         any ending (English)
    (pain|ache)     one of these, nested as deep as you like
    [very]          may be there or not
    ...             up to five words (English) or eight characters (Chinese) in between
    ...2            up to two
    word ...4       at the end: as many of the next four words as there are
    #               a number, in digits or in words

There is no way to write an unbounded repetition, so no phrase can make the check slow.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

MAX_LENGTH = 600
MAX_DEPTH = 4
MAX_GAP = 12
DEFAULT_GAP = {"en": 5, "zh": 8}
# A hyphen or a slash stands where a space may stand: side-effect-free, mg/kg.
SEPARATOR = {"en": r"[\s\-/]{1,3}", "zh": r"\s?"}
NUMBER = {
    "en": r"(?:\d[\d.,]{0,9}(?:\s?[-–]\s?\d{1,6})?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)",
    "zh": r"(?:\d[\d.,]{0,9}(?:\s?[-–~～至到]\s?\d{1,6})?|[一二两三四五六七八九十百半]{1,4})\s?",
}
# Regular expressions are another language: better refused than read as plain signs.
FOREIGN = re.compile(r"[?+^$\\{}]")
TOKEN = re.compile(r"\.\.\.\d*|…\d*|[()\[\]|*#]|\s+|[^()\[\]|*#\s.…]+|\.")


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why, in the editor's language."""


@dataclass(frozen=True)
class Phrase:
    """A phrase ready to search: `regex` (compiled) and `anchors` (tuple of str), one of which must occur."""

    text: str
    regex: re.Pattern
    anchors: tuple

    def find(self, sentence, lowered):
        """Give the matches (list of re.Match) in `sentence`; `lowered` is the same in lower case."""
        # Asked hundreds of times for each sentence: a loop takes half the time of any().
        for anchor in self.anchors:
            if anchor in lowered:
                break
        else:
            if self.anchors:
                return []
        return list(self.regex.finditer(sentence))


@lru_cache(maxsize=4096)
def compile_phrase(text, language):
    """Give the Phrase for `text` (str) in `language` ("en" or "zh"). Raises PhraseError."""
    source = text.strip()
    if not source or len(source) > MAX_LENGTH:
        raise PhraseError(_("A phrase has between 1 and %(max)d characters.") % {"max": MAX_LENGTH})
    if sign := FOREIGN.search(source):
        raise PhraseError(
            _("“%(sign)s” has no meaning here; write [a] for what may be missing.") % {"sign": sign[0]}
        )
    parser = _Parser(source, language)
    node = parser.parse()
    body = _Writer(language).write(node)
    if language == "en":
        body = rf"(?<!\w)(?:{body})(?!\w)"
    regex = re.compile(body, re.IGNORECASE)
    if regex.search(""):
        raise PhraseError(_("This phrase would match everything: at least one word must be required."))
    return Phrase(source, regex, _anchors(node))


class _Parser:
    """Reads a phrase into nested tuples: ("seq", [...]), ("alt", [...]), ("opt", node), ("word", str) ..."""

    def __init__(self, source, language):
        self.language = language
        self.tokens = TOKEN.findall(source)
        self.at = 0

    def parse(self):
        node = self.alternatives(closing=None, depth=0)
        if self.at < len(self.tokens):
            raise PhraseError(_("There is a “%(sign)s” too many.") % {"sign": self.tokens[self.at]})
        return node

    def alternatives(self, *, closing, depth):
        if depth > MAX_DEPTH:
            raise PhraseError(_("Brackets are nested too deeply."))
        branches = [self.sequence(depth)]
        while self.peek() == "|":
            self.at += 1
            branches.append(self.sequence(depth))
        if closing and self.peek() != closing:
            raise PhraseError(_("A “%(sign)s” is missing.") % {"sign": closing})
        self.at += bool(closing)
        return branches[0] if len(branches) == 1 else ("alt", branches)

    def sequence(self, depth):
        items = []
        while (sign := self.peek()) not in (None, "|", ")", "]"):
            self.at += 1
            items.append(self.atom(sign, depth))
        items = _strip_spaces(items)
        if not any(kind in ("word", "number", "alt", "seq") for kind, _value in items):
            raise PhraseError(_("There is nothing to look for between the brackets or the bars."))
        if items[0][0] == "gap":
            raise PhraseError(_("The three dots need a word before them."))
        return ("seq", items)

    def atom(self, sign, depth):
        if sign == "(":
            return self.alternatives(closing=")", depth=depth + 1)
        if sign == "[":
            return ("opt", self.alternatives(closing="]", depth=depth + 1))
        if sign.startswith(("...", "…")):
            return ("gap", self.gap(sign.lstrip(".…")))
        if sign == "*" and self.language == "zh":
            raise PhraseError(_("The star stands for English word endings; in Chinese write “...”."))
        if sign.isspace():
            return ("space", "")
        return {"*": ("ending", ""), "#": ("number", "")}.get(sign, ("word", sign))

    def gap(self, digits):
        size = int(digits) if digits else DEFAULT_GAP[self.language]
        if size > MAX_GAP:
            raise PhraseError(_("The three dots bridge at most %(max)d.") % {"max": MAX_GAP})
        return size

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None


def _strip_spaces(items):
    while items and items[0][0] == "space":
        items = items[1:]
    while items and items[-1][0] == "space":
        items = items[:-1]
    return items


class _Writer:
    """Writes the tuples of a parser as the source of a regular expression."""

    def __init__(self, language):
        self.language = language
        self.separator = SEPARATOR[language]

    def write(self, node):
        kind, value = node
        return getattr(self, f"write_{kind}")(value)

    def write_seq(self, items):
        """An optional item or a gap brings its own separator, so that leaving it out leaves no trace."""
        out, started, spaced = "", False, False
        for place, item in enumerate(items, start=1):
            if item[0] == "space":
                spaced = True
                continue
            out += self.join(item, started and spaced, started)
            # A gap bridges as little as it can; the last one covers as much as it may.
            out += "?" if item[0] == "gap" and place < len(items) else ""
            # What follows a leading optional word must not ask for a separator again.
            started = started or item[0] != "opt"
            spaced = (spaced and item[0] == "opt") or (item[0] == "gap" and self.language == "en")
        return out

    def join(self, item, spaced, started):
        kind, value = item
        separator = self.separator if spaced else ""
        if kind == "gap":
            return self.write_gap(value)
        if kind == "opt":
            body = self.write(value)
            return f"(?:{separator}{body})?" if started else f"(?:{body}{self.separator})?"
        return separator + self.write(item)

    def write_gap(self, size):
        if self.language == "en":
            return rf"(?:[\s\-/]{{1,3}}[\w'%]{{1,40}}){{0,{size}}}"
        return rf"[^，,。；;：:！!？?\n]{{0,{size}}}"

    def write_alt(self, branches):
        return "(?:" + "|".join(self.write(branch) for branch in branches) + ")"

    def write_word(self, word):
        return re.escape(word) + ("(?:'s)?" if self.language == "en" and word[-1].isalpha() else "")

    def write_ending(self, _value):
        return r"\w{0,15}"

    def write_number(self, _value):
        return NUMBER[self.language]


def _anchors(node):
    """Give the tuple of literals of which one must occur in any match; empty when none is sure."""
    kind, value = node
    if kind == "word":
        return (value.lower(),)
    if kind == "alt":
        parts = [_anchors(branch) for branch in value]
        return tuple(word for part in parts for word in part) if all(parts) else ()
    if kind == "seq":
        # The rarest literal is a guess: the longest shortest one filters best.
        found = [part for part in map(_anchors, value) if part]
        return max(found, key=lambda part: min(map(len, part)), default=())
    return ()
