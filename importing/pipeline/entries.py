"""Numbered entries: does a run of them make headings or a list, and where does a heading end in its text?"""

import re
from dataclasses import dataclass

from .numbering import inline_marks
from .records import Passage
from .runins import capital_boundary, lost_boundary, subject_end
from .sequences import Sequence, is_short
from .shapes import fits_heading, split_label
from .text import HAN, is_chinese

# In Chinese, a space between a few characters and a long text is where a line end was lost.
CHINESE_BOUNDARY = re.compile(rf"[{HAN}（）()、A-Za-z0-9]{{2,20}} (?=[{HAN}])")


@dataclass(frozen=True)
class Split:
    """An entry taken apart: its heading and the text after it.

    `kind`: "label", "enumeration", "run_in", "guess", "derived" (the text keeps the heading's words), "".
    """

    heading: Passage | None
    text: Passage
    kind: str = ""


def split_entry(passage, small_words):
    """Give the Split of an entry; `small_words` as for runins.capital_boundary."""
    text = passage.text
    label = split_label(text)
    if label:
        return Split(passage.part(0, label[0]), passage.part(label[1]), "label")
    marks = inline_marks(text)
    if marks and marks[0][0] and fits_heading(text[: marks[0][0]].strip()):
        return Split(passage.part(0, marks[0][0]), passage.part(marks[0][0]), "enumeration")
    for kind, boundary in _boundaries(text, small_words):
        if boundary:
            return Split(passage.part(0, boundary), passage.part(boundary), kind)
    subject = None if is_chinese(text) else subject_end(text)
    return Split(passage.part(0, subject), passage, "derived") if subject else Split(None, passage)


def as_headings(sequence, small_words, is_nested):
    """Whether the entries of `sequence` are headings (bool), not a list.

    Short entries with text under them are. Long entries are when headings ran into their text: one is
    enough inside a numbered part (`is_nested`) where each entry can be given a heading, else half of them.
    """
    if sequence.style in ("step", "bullet", "ordinal"):
        return False
    if _short_with_text(sequence):
        return True
    splits = [split_entry(entry.unit.words, small_words) for entry in sequence.entries]
    ran_in = sum(split.kind in ("enumeration", "run_in", "guess") for split in splits)
    deep = any(isinstance(node, Sequence) for entry in sequence.entries for node in entry.content)
    if is_nested and (ran_in or deep):
        return all(
            split.heading or is_short(entry.unit)
            for split, entry in zip(splits, sequence.entries, strict=True)
        )
    return ran_in * 2 >= len(splits) and ran_in > 0


def _short_with_text(sequence):
    entries = sequence.entries
    filled = [entry for entry in entries[:-1] or entries if entry.content]
    return all(is_short(entry.unit) for entry in entries) and len(filled) * 2 >= len(entries[:-1] or entries)


def _boundaries(text, small_words):
    if is_chinese(text):
        match = CHINESE_BOUNDARY.match(text)
        yield "run_in", match.end() if match and len(text) - match.end() > match.end() else None
        return
    yield "run_in", lost_boundary(text)
    yield "guess", capital_boundary(text, small_words)
