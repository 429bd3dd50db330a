"""Headings and lists that ran into their text, found again by what a sentence cannot do."""

import re
from itertools import pairwise

from .numbering import inline_marks
from .records import Item, Listing, Paragraph
from .shapes import split_label
from .text import is_chinese, sentence_bounds, words

# In the middle of a sentence these words carry no capital: where one does, a sentence began.
CLAUSE_STARTERS = (
    "When|If|The|This|These|Those|There|After|Before|Although|Because|Since|While|As|It|In|For|During|Most"
    "|Many|Some"
    "|Patients|People|Doctors|Once|Whether|Generally|Usually|However|To|You|They|We|At|On|By|With|First"
)
LOST_BOUNDARY = re.compile(rf"(?<=[a-z0-9]) (?=(?:{CLAUSE_STARTERS}) [a-z])")
# Words that a heading does not end with.
OPEN_ENDS = {
    *(
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "but",
        "nor",
        "as",
    ),
    *(
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "have",
        "has",
        "had",
        "that",
        "which",
        "who",
        "than",
        "into",
        "per",
    ),
    *("called", "named", "see", "under", "via", "between", "through", "than", "if", "when"),
}
FINITE_VERB = re.compile(
    r" (?:is|are|was|were|has|have|had|can|could|may|might|must|should|will|would|does|do|uses?|used"
    r"|includes?|involves?"
    r"|helps?|means|refers|needs?|requires?|consists?|works?|reduces?|relieves?|improves?|causes?|occurs?"
    r"|allows?"
    r"|provides?|aims?|affects?|becomes?|makes?|remains?|shows?|starts?|begins?|depends?|also|often"
    r"|usually)\b"
)
MOST_HEADING_WORDS = 12
MOST_DERIVED_WORDS = 10
FARTHEST = 200
TRAILING_LIST_MARKS = " ;；,，、"


def lost_boundary(text, start=0, limit=MOST_HEADING_WORDS):
    """Give the offset at which a new sentence begins without a sign before it, after a heading-like start.

    Only the words from `start` on are read; None when no boundary is found.
    """
    for match in LOST_BOUNDARY.finditer(text, start, start + FARTHEST):
        head = text[start : match.start()]
        if re.search(r"[,;:.!?()（），。；：]", head):
            return None
        count = len(head.split())
        if count > limit:
            return None
        if count >= 2 and head.split()[-1].lower() not in OPEN_ENDS and not _has_inner_capital(head):
            return match.end()
    return None


def capital_boundary(text, small_words):
    """Give the offset of a capital that only a lost line end explains, or None.

    `small_words`: the words that the page writes in small letters somewhere; the capital one and the
    first one must be among them, else they may be names.
    """
    parts = list(re.finditer(r"\S+", text[:FARTHEST]))[: MOST_HEADING_WORDS + 1]
    for index, part in enumerate(parts[1:], start=1):
        before = text[: part.start()].rstrip()
        if re.search(r"[,;:.!?()，。；：]", before) or (index > 1 and parts[index - 1].group()[:1].isupper()):
            return None
        follows = parts[index + 1].group() if index + 1 < len(parts) else ""
        if not (part.group()[:1].isupper() and part.group()[1:].islower() and follows[:1].islower()):
            continue
        if (
            before.split()[-1].lower() not in OPEN_ENDS
            and {part.group().lower(), parts[0].group().lower()} <= small_words
        ):
            return part.start()
        return None
    return None


def subject_end(text):
    """Give the offset at which the subject of the first sentence ends, before its verb, or None."""
    match = FINITE_VERB.search(text[:FARTHEST])
    if not match or not text[:1].isupper():
        return None
    subject = text[: match.start()].rstrip(" ,")
    return len(subject) if 1 <= len(words(subject)) <= MOST_DERIVED_WORDS else None


def split_enumeration(passage, ledger):
    """Give (text before or None, Listing, text after or None) for ① ... ② ... inside a passage, or None."""
    marks = inline_marks(passage.text)
    if not marks:
        return None
    ends = [start for start, _ in marks[1:]] + [_last_end(passage.text, marks)]
    items = []
    for (start, text_start), end in zip(marks, ends, strict=True):
        sign = passage.text[start:text_start]
        ledger.changed(passage.line_at(start), sign, "", "number_from_markup")
        items.append(Item([_trimmed(passage.part(text_start, end))]))
    before, after = passage.part(0, marks[0][0]), passage.part(ends[-1])
    return (before if before.text else None, Listing("numbers", items), after if after.text else None)


def split_embedded_headings(passage, ledger):
    """Give [(heading Passage or None, text Passage)]: the paragraph cut before headings lost inside it."""
    bounds = [] if is_chinese(passage.text) else sentence_bounds(passage.text)
    found = [(start, lost_boundary(passage.text, start)) for start, _end in bounds]
    cuts = [(start, boundary) for start, boundary in found if boundary]
    if not cuts:
        return [(None, passage)]
    pieces = [(None, passage.part(0, cuts[0][0]))]
    for (start, middle), (following, _) in zip(cuts, [*cuts[1:], (len(passage.text), 0)], strict=True):
        heading = passage.part(start, middle)
        ledger.proposed(heading.line, heading.text, heading.text, "embedded_heading")
        pieces.append((heading, passage.part(middle, following)))
    return [(heading, text) for heading, text in pieces if heading or text.text]


def labelled_item(passage):
    """Give the list entry of a passage: "Label: text" gets a bold label."""
    split = split_label(passage.text)
    if not split:
        return Item([passage])
    return Item([passage.part(split[1])], label=passage.part(0, split[0]))


def paragraphs_of(passage, ledger):
    """Give the blocks of a passage: its text and the list that was written inside it."""
    parts = split_enumeration(passage, ledger)
    if not parts:
        return [Paragraph(passage)]
    before, listing, after = parts
    return [Paragraph(before)] * bool(before) + [listing] + [Paragraph(after)] * bool(after)


def _has_inner_capital(head):
    return any(word[:1].isupper() and word.lower() not in OPEN_ENDS for word in head.split()[1:])


def _last_end(text, marks):
    """The last entry has as many sentences as the longest of the others; what follows is text again."""
    others = [len(sentence_bounds(text[start:following])) for (_, start), (following, _) in pairwise(marks)]
    start = marks[-1][1]
    bounds = sentence_bounds(text[start:])
    keep = max([1, *others])
    return start + bounds[keep - 1][1] if len(bounds) > keep else len(text)


def _trimmed(passage):
    return passage.part(0, len(passage.text.rstrip(TRAILING_LIST_MARKS)))
