"""Shortcuts for tests of the pipeline."""

from importing.pipeline import parse
from importing.pipeline.records import Heading, Listing, Paragraph


def read(text, name="page.txt"):
    """Give the ParsedPage of `text`."""
    return parse(text, name)


def headings(page, *levels):
    """Give the heading texts (list of str) of `page`, of the `levels` asked for or of all."""
    return [
        block.passage.text
        for block in page.blocks
        if isinstance(block, Heading) and (not levels or block.level in levels)
    ]


def paragraphs(page):
    """Give the texts (list of str) of running text."""
    return [block.passage.text for block in page.blocks if isinstance(block, Paragraph)]


def lists(page):
    """Give the lists (list of Listing)."""
    return [block for block in page.blocks if isinstance(block, Listing)]


def labels(listing):
    """Give the bold labels (list of str) of a list."""
    return [item.label.text for item in listing.items if item.label]


def texts(listing):
    """Give the texts (list of str) of a list's entries."""
    return [" ".join(passage.text for passage in item.texts) for item in listing.items]


def entries(page, reason):
    """Give the ledger entries of `page` with this reason code."""
    return [entry for entry in page.ledger.entries if entry.reason == reason]
