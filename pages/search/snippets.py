"""The place of a text that answers a query, with the words found marked."""

import re
from functools import lru_cache
from itertools import pairwise

from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from modelsearch.index import SearchField

from .analysis import HAN, POSSESSIVE, analyse, fold, is_chinese, latin_words
from .fields import is_name, strings

LENGTH = 220
# A Chinese character says as much as half a word, and is twice as wide as a letter.
CHINESE_LENGTH = 110
# A sign alone in brackets is a mark at a text, no text.
MARK = re.compile(r"\[\W\]")
RUNS = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:['’-][^\W_{HAN}]+)*")
SPACES = re.compile(r"\s+")
# Pieces of a text are joined by a space, which Chinese does not have after its wide full stop.
SPACE_AFTER_WIDE = re.compile(r"(?<=[。，、；：！？）”’》】…]) (?=\S)")
LONGEST_TEXT = 30_000
MOST_SPANS = 200


def words_of(query):
    """Give the words (frozenset of str) to mark for `query` (str)."""
    core, extra = analyse(query)
    return frozenset(core) | frozenset(extra)


def places(text, words):
    """Give the (start, end) places (list of pairs of int) in `text` (str) where one of `words` stands."""
    found = []
    for run in RUNS.finditer(text):
        if is_chinese(run.group()):
            found += chinese_places(run, words)
        elif not words.isdisjoint(stems(run.group())):
            found.append(run.span())
    return joined(found)[:MOST_SPANS]


@lru_cache(maxsize=50_000)
def stems(run):
    """Give the words (tuple of str) of one Latin run of a text as the index holds them."""
    return tuple(latin_words(fold(POSSESSIVE.sub("", run))))


def chinese_places(run, words):
    """Give the places (list of pairs of int) of `words` in a Chinese run (a match object)."""
    found = []
    for start in range(run.start(), run.end()):
        for length in (1, 2):
            end = start + length
            if end <= run.end() and run.string[start:end] in words:
                found.append((start, end))
    return found


def joined(spans):
    """Give overlapping and touching spans (sorted list of pairs of int) as one each."""
    whole = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def marked(text, words):
    """Give `text` (str) as safe HTML in which `words` (set of str) stand in <mark>."""
    spans = places(text, words)
    cuts = [0, *(edge for span in spans for edge in span), len(text)]
    pieces = [(text[start:end], turn % 2) for turn, (start, end) in enumerate(pairwise(cuts))]
    return format_html_join("", "{}{}{}", ((OPEN[odd], piece, CLOSE[odd]) for piece, odd in pieces))


OPEN = ("", mark_safe("<mark>"))
CLOSE = ("", mark_safe("</mark>"))


def snippet(page, words):
    """Give safe HTML: the few lines of a page that hold the most of `words` (set of str)."""
    text = page_text(page)
    return marked(best_window(text, places(text, words)), words)


def page_text(page):
    """Give the text (str) of a page's own search fields, names left out, on one line."""
    fields = [
        field for field in page.get_search_fields() if isinstance(field, SearchField) and not is_name(field)
    ]
    pieces = [piece for field in fields for piece in strings(field.get_value(page))]
    text = SPACES.sub(" ", MARK.sub("", " ".join(pieces))).strip()[:LONGEST_TEXT]
    return SPACE_AFTER_WIDE.sub(wide_or_space, text)


def wide_or_space(space):
    """Give what stands for a space (a match object) after a wide sign: nothing before Chinese."""
    return "" if is_chinese(space.string[space.end()]) else " "


def best_window(text, spans):
    """Give the part (str) of `text` with the most of `spans`, cut at a word, with "…"."""
    size = window_size(text)
    best = max(spans, key=lambda span: len(held(text, spans, span[0], size)), default=(0, 0))
    start = max(best[0] - size // 5, 0) if best[0] > size // 4 else 0
    start, end = word_edge(text, start), word_edge(text, min(start + size, len(text)))
    while 0 < start < end and not text[start].isalnum():
        start += 1
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def window_size(text):
    """Give how many characters (int) of `text` are shown, by its script."""
    start = text[:LENGTH]
    chinese = sum(1 for sign in start if is_chinese(sign))
    return CHINESE_LENGTH if chinese > len(start) // 2 else LENGTH


def held(text, spans, start, size):
    """Give the different words (set of str) of the spans in the window of `size` from `start` on."""
    return {text[low:high].casefold() for low, high in spans if start <= low < start + size * 3 // 4}


def word_edge(text, place):
    """Give the next place (int) at or after `place` that is not inside a Latin word."""
    while (
        0 < place < len(text)
        and text[place - 1].isalnum()
        and text[place].isalnum()
        and not is_chinese(text[place])
    ):
        place += 1
    return place
