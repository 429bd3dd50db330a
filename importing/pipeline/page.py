"""The whole way from a text to a ParsedPage, step by step."""

from .accounting import unaccounted
from .cleaning import clean, split_lines
from .entities import find_entities
from .furniture import strip_furniture
from .languages import language_of
from .outline import build_outline
from .records import Heading, Ledger, Line, ParsedPage
from .titles import drop_question_labels, propose_title, take_question, take_title


def parse(text, name):
    """Give the ParsedPage of a decoded `text`; `name`: the file's, used when nothing else names the page."""
    lines = split_lines(text)
    page = ParsedPage(
        name=name, lines=[Line(line.number, line.text, line.gap) for line in lines], ledger=Ledger()
    )
    clean(lines, page.ledger)
    lines, page.links, page.attributions, trail, taken = strip_furniture(lines, page.ledger)
    lines = take_title(page, lines, taken, trail)
    lines = take_question(page, lines)
    lines = drop_question_labels(page, lines)
    page.blocks = build_outline(lines, page.ledger)
    if not page.title:
        propose_title(page, lines, [block for block in page.blocks if isinstance(block, Heading)])
    _find_languages(page, lines)
    find_entities(page)
    _note_losses(page)
    return page


def _find_languages(page, lines):
    page.title_language = language_of(page.title, is_title=True)
    body = "\n".join(line.text for line in lines)
    page.body_language = language_of(body)
    if not body:
        page.ledger.flagged(0, "", "no_body")
    elif not page.body_language:
        page.ledger.flagged(0, "", "language_unknown")
    if page.languages_differ:
        page.ledger.flagged(
            page.title_passage.line if page.title_passage else 0, page.title, "language_mismatch"
        )


def _note_losses(page):
    """A safety net: what the steps lost by mistake is shown to the editor, whole."""
    lost = unaccounted(page)
    for line in page.lines:
        if line.number in lost:
            page.ledger.flagged(line.number, line.text, "lost")
