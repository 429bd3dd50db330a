"""Where paragraphs and sentences begin and end, in English and in Chinese."""

import re
from bisect import bisect_right
from dataclasses import dataclass

# Longer than any real sentence: a text without full stops is cut, so that no search runs over all of it.
MAX_SENTENCE = 1000
MAX_HEADING_WORDS = 12
ABBREVIATION = re.compile(
    r"dr|mrs?|ms|prof|st|vs|etc|e\.?g|i\.?e|cf|figs?|nos?|vol|ca|approx|dept|inc|ltd|jr|sr|al|eds?|pp|refs?"
    r"|resp|max|min|tab|sec|(?:[a-z]\.)*[a-z]"
)
TERMINATOR = re.compile(
    r"[.!?]+[\"'”’)\]]*(?=[\s\[<¹²³⁰⁴-⁹]|$)|[。！？；!?…]+[”’」』）)】》\"]*|\.(?=[\u4e00-\u9fff])"
)
LINE_ITEM = re.compile(r"^\s*(?:[-*•·◦‣]|\(?\d{1,3}[.)、]|[①-⑳]|[（(][一二三四五六七八九十\d]+[）)])")
# Reference marks belong to the sentence before them: "Pain fell. [3]", "Pain fell.¹²"
TRAILING_MARK = re.compile(
    r"\s{0,2}(?:\[\d[\d,;\s–-]{0,20}\]|\[\[cite:[^\]\s]{1,40}\]\]|[¹²³⁰⁴-⁹]{1,6}|</?\w[^>]{0,200}>)"
)
CJK = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True)
class Sentence:
    """One sentence: `text` with `start` and `end` in the whole text, number of its `paragraph`,
    `line` (from 1), and whether it stands alone like a heading."""

    text: str
    start: int
    end: int
    paragraph: int
    line: int
    is_heading: bool

    @property
    def is_question(self):
        """Whether it ends with a question mark (bool)."""
        return self.text.rstrip("\"'”’」』）)】* ").endswith(("?", "？"))


def split_sentences(text):
    """Give the sentences (list of Sentence) of `text` (str), in order; blank ones are left out."""
    line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found = []
    for number, (start, end) in enumerate(_paragraphs(text)):
        spans = list(_sentence_spans(text, start, end))
        alone = len(spans) == 1 and _looks_like_heading(text[start:end])
        for first, last in spans:
            line = bisect_right(line_starts, first)
            found.append(Sentence(text[first:last], first, last, number, line, alone))
    return found


def has_chinese(text):
    """Whether `text` holds Chinese characters (bool)."""
    return bool(CJK.search(text))


def _paragraphs(text):
    """Yield (start, end): lines, except that a line broken in mid-sentence goes on in the next."""
    start, at = 0, 0
    for line in text.splitlines(keepends=True):
        if at > start and not _continues(text[start:at], line):
            yield start, at
            start = at
        at += len(line)
    if at > start:
        yield start, at


def _continues(before, line):
    """Whether `line` goes on with the sentence that `before` left open (a hard-wrapped text)."""
    body = before.rstrip()
    if not body or before.endswith("\n\n") or not line.strip() or LINE_ITEM.match(line):
        return False
    return line[:1].islower() and body[-1] not in ".!?:;。！？；："


def _sentence_spans(text, start, end):
    at = start
    for match in TERMINATOR.finditer(text, start, end):
        if match.end() <= at or _is_inside(text, at, match):
            continue
        stop = _with_marks(text, match.end(), end)
        yield from _cut(text, at, stop)
        at = stop
    yield from _cut(text, at, end)


def _is_inside(text, start, match):
    """Whether a full stop belongs to an abbreviation, an initial or a list number."""
    if not match.group().startswith(".") or len(match.group()) > 1:
        return False
    word = re.split(r"[\s(（]", text[max(start, match.start() - 15) : match.start()])[-1].lower()
    if ABBREVIATION.fullmatch(word):
        return True
    if text[match.end() : match.end() + 2].strip()[:1].islower():
        return True
    return word.isdigit() and not text[start : match.start() - len(word)].strip()


def _with_marks(text, at, end):
    while (mark := TRAILING_MARK.match(text, at, end)) and mark.end() > at:
        at = mark.end()
    return at


def _cut(text, start, end):
    """Yield (start, end) without surrounding space, in pieces of at most MAX_SENTENCE."""
    while start < end:
        stop = end
        if end - start > MAX_SENTENCE:
            space = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
            stop = space if space > 0 else start + MAX_SENTENCE
        piece = text[start:stop]
        left = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield start + left, start + len(piece.rstrip())
        start = stop


def _looks_like_heading(text):
    body = text.strip()
    if body.endswith((".", "!", "。", "！", "；", "?", "？")):
        return False
    return len(body) <= 30 if has_chinese(body) else len(body.split()) <= MAX_HEADING_WORDS
