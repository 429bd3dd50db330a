"""People, sources, the condition and the treatments that a page names."""

from ..records import Heading
from .conditions import find_condition
from .effects import section_passages
from .people import find_people
from .sources import find_sources
from .treatments import find_treatments


def find_entities(page):
    """Write people, sources, condition and treatments into `page` (a ParsedPage) and its ledger."""
    passages = section_passages(page.blocks)
    headings = [block.passage for block in page.blocks if isinstance(block, Heading)]
    text = "\n".join(passage.text for passage in [*headings, *passages, *_lead(page)])
    for person in page.attributions:
        page.ledger.flagged(person.line, person.name, person.role)
    page.attributions += find_people(page, passages)
    page.sources = find_sources(page, passages)
    page.condition = find_condition(page, text)
    page.treatments = find_treatments(page, text)
    if not page.condition:
        page.ledger.flagged(0, "", "no_condition")


def _lead(page):
    return [passage for passage in (page.question,) if passage]


__all__ = ["find_entities"]
