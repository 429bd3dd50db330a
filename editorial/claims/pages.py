"""The linter on a whole page."""

from bisect import bisect_right

from .engine import scan
from .exceptions import settle
from .html_text import clean
from .segments import page_segments
from .store import current_rulebook

GLUE = "\n\n"


def check_text(text, language=None, *, rulebook=None, with_silenced=False):
    """Give the hits (list of Hit) on `text` (str).

    `language`: "en" or "zh-hans"; None looks at each sentence. `rulebook`: the rules in force unless
    another Rulebook is given. `with_silenced`: also what context explains away. Raises ValueError for
    another language.
    """
    book = rulebook or current_rulebook()
    return scan(clean(text), book, language, with_silenced=with_silenced)


def check_page(page, *, rulebook=None, covered=None):
    """Give all hits (list of Hit) on `page`, saved or not, with `place` and `resolution` filled in.

    The page is read as one text, so that an answer in the next block or the region of the whole page
    counts; `start` and `end` are positions in the segment of the hit. One query for exceptions unless
    `covered` (see exceptions.covered_claims) is given, and one for the rules unless a Rulebook is.
    """
    segments = page_segments(page)
    text = GLUE.join(segment.text for segment in segments)
    starts = _starts(segments)
    hits = scan(text, rulebook or current_rulebook())
    return settle(page, [_placed(hit, segments, starts) for hit in hits], covered)


def open_claims(page, *, rulebook=None):
    """Give the hits (list of Hit) on `page` that are neither cited nor excepted; `hit.blocks` says which
    of them stop it from going live."""
    return [hit for hit in check_page(page, rulebook=rulebook) if hit.is_open]


def _starts(segments):
    starts, at = [], 0
    for segment in segments:
        starts.append(at)
        at += len(segment.text) + len(GLUE)
    return starts


def _placed(hit, segments, starts):
    index = bisect_right(starts, hit.start) - 1
    segment, offset = segments[index], starts[index]
    return hit.but(
        place=segment.place,
        place_label=segment.label,
        block_id=segment.block_id,
        start=hit.start - offset,
        end=hit.end - offset,
        line=segment.text.count("\n", 0, hit.start - offset) + 1,
    )
