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
RUNS = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:['’-][^\W_{HAN}]+)*")
SPACES = re.compile(r"\s+")
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
    """Give safe HTML: about LENGTH characters of a page that hold the most of `words` (set of str)."""
    text = page_text(page)
    return marked(best_window(text, places(text, words)), words)


def page_text(page):
    """Give the text (str) of a page's own search fields, names left out, on one line."""
    fields = [
        field for field in page.get_search_fields() if isinstance(field, SearchField) and not is_name(field)
    ]
    pieces = [piece for field in fields for piece in strings(field.get_value(page))]
    return SPACES.sub(" ", " ".join(pieces)).strip()[:LONGEST_TEXT]


def best_window(text, spans):
    """Give the LENGTH characters (str) of `text` with the most of `spans`, cut at a word, with "…"."""
    best = max(spans, key=lambda span: len(texts_in_window(text, spans, span[0])), default=(0, 0))
    start = max(best[0] - 40, 0) if best[0] > 60 else 0
    end = start + LENGTH
    start, end = word_edge(text, start), word_edge(text, min(end, len(text)))
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def texts_in_window(text, spans, start):
    """Give the different texts (set of str) of the spans that begin in the window from `start` on."""
    return {text[low:high].casefold() for low, high in spans if start <= low < start + LENGTH - 60}


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
