"""Prove that nothing was lost: every letter and digit of a source line is in the draft or in the ledger."""

from collections import Counter

from .records import Heading, Paragraph


def draft_fragments(page):
    """Yield the (line number, text) fragments of the draft of `page` (a ParsedPage)."""
    for passage in (page.title_passage, page.question):
        if passage:
            yield from passage.fragments()
    for block in page.blocks:
        yield from block_fragments(block)


def block_fragments(block):
    """Yield the (line number, text) fragments of a block; headings that repeat their text give none."""
    if isinstance(block, (Heading, Paragraph)):
        if not getattr(block, "derived", False):
            yield from block.passage.fragments()
        return
    for item in block.items:
        for passage in [item.label, *item.texts]:
            if passage:
                yield from passage.fragments()
        for listing in item.lists:
            yield from block_fragments(listing)


def unaccounted(page):
    """Give {line number: characters} (Counter values): what neither draft nor ledger of `page` holds."""
    left = {line.number: _letters(line.text) for line in page.lines}
    for number, text in draft_fragments(page):
        left[number].subtract(_letters(text))
    for entry in page.ledger.entries:
        if entry.action in ("removed", "changed"):
            left[entry.line].subtract(_letters(entry.original))
            left[entry.line].update(_letters(entry.result))
    return {number: rest for number, counter in left.items() if (rest := +counter)}


def invented(page):
    """Give {line number: characters}: what the draft of `page` has more than its source lines."""
    left = {line.number: _letters(line.text) for line in page.lines}
    for number, text in draft_fragments(page):
        left[number].subtract(_letters(text))
    return {number: rest for number, counter in left.items() if (rest := -counter)}


def _letters(text):
    return Counter(character for character in text if character.isalnum())
