"""Where a Chinese title may end a line: between words, as a typesetter would, never inside one.

Browsers break Chinese after any character, and a balanced title of two lines then often cuts a word in half.
"""

from functools import lru_cache
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import mark_safe

from pages.search.analysis import HAN_START, PARTS, segmenter

OPENING = "“‘（《「『【([<"
# They end what stands before them.
PARTICLES = frozenset("的了吗呢吧们着过地得啊么")


@lru_cache(maxsize=5_000)
def phrases(text):
    """Give the phrases (tuple of str) of `text` (str), which joined are `text` again.

    A particle and a closing mark stay with the word before, an opening mark and a word of one character with
    the word after.
    """
    words = list(segmenter().cut(text)) if segmenter() else [text]
    found = words[:1]
    for before, word in pairwise(words):
        if _belong_together(before, word):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


def _belong_together(before, word):
    if word in PARTICLES or not (word[:1].isalnum() or word[:1] in OPENING):
        return True
    lonely = len(before) == 1 and before not in PARTICLES and bool(HAN_START.match(before))
    return lonely or before in OPENING or before.isspace()


def phrased(text):
    """Give `text` (str) as safe HTML that breaks only between phrases; without Chinese just escaped."""
    text = str(text)
    if not any(HAN_START.match(run) for run in PARTS.findall(text)):
        return escape(text)
    parts = "<wbr>".join(escape(phrase) for phrase in phrases(text))
    return mark_safe(f'<span class="phrases">{parts}</span>')  # noqa: S308 - each part is escaped
