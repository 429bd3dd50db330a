"""Which treatments does this page describe, in which group, for which stage?"""

import re

from ..records import Heading, Listing, Paragraph, TreatmentFound
from ..text import sentences
from .effects import read_effects, read_risk_section, section_after, section_passages
from .treatment_names import is_treatment_name, main_treatment, names_of
from .words import (
    ABOUT_TREATMENT,
    COMPLEMENTARY_NAME,
    CONSERVATIVE,
    EMERGING_TEXT,
    GROUPS,
    PROCEDURE,
    RISK,
    SURGERY,
)

MOST_TREATMENTS = 40


def find_treatments(page, text):
    """Give the TreatmentFound (list) of `page` (a ParsedPage) with the whole text (str)."""
    found = [*_from_headings(page, text), *_from_lists(page, text)]
    main = _main(page, text, found)
    return _distinct([*found, *([main] if main else [])])


def _from_headings(page, text):
    """The parts of a section about treatments, and the numbered sections of a page about treatments."""
    for index, block in enumerate(page.blocks):
        if not isinstance(block, Heading) or not is_treatment_name(block.passage.text):
            continue
        parent = _parent_of(page.blocks, index)
        if not _is_listed_treatment(page, block, parent):
            continue
        section = section_after(page.blocks, index)
        treatment = _treatment(page, block.passage, text, parent.passage.text if parent else page.title)
        treatment.is_new_worthy = treatment.is_new_worthy and not block.derived
        lists = [part for part in section if isinstance(part, Listing)]
        read_effects(treatment, section_passages(section), lists, page.ledger)
        yield treatment


def _is_listed_treatment(page, heading, parent):
    if parent:
        return parent.level == heading.level - 1 and bool(ABOUT_TREATMENT.search(parent.passage.text))
    return heading.numbered and bool(ABOUT_TREATMENT.search(page.title))


def _from_lists(page, text):
    """The labels of a list that a sentence, a heading or the title announces as treatments."""
    for index, block in enumerate(page.blocks):
        if not isinstance(block, Listing) or not all(item.label for item in block.items):
            continue
        before = page.blocks[index - 1] if index else None
        announced = before.passage.text if isinstance(before, (Paragraph, Heading)) else page.title
        if not ABOUT_TREATMENT.search(announced):
            continue
        for item in block.items:
            if is_treatment_name(item.label.text):
                treatment = _treatment(page, item.label, text, f"{page.title}\n{announced}")
                read_effects(treatment, item.texts, item.lists, page.ledger)
                yield treatment


def _main(page, text, found):
    """The one treatment that title or headings keep naming, when no list or part is about it."""
    name, line = main_treatment(page, text)
    if not name:
        return None
    treatment = TreatmentFound(names=name, line=line, approach=_approach(name[0].name, page.title))
    if {other.name.lower() for other in name} & {other.names[0].name.lower() for other in found}:
        return None
    _group_by_text(page, treatment, text)
    for index, block in enumerate(page.blocks):
        if isinstance(block, Heading) and RISK.search(block.passage.text):
            read_risk_section(treatment, section_passages(section_after(page.blocks, index)))
    return treatment


def _treatment(page, passage, text, heading):
    names = names_of(passage.text, text, page.body_language or "en")
    group, stated = _group(names[0].name, heading)
    words = len(names[0].name.split())
    return TreatmentFound(
        names=names,
        line=passage.line,
        group=group,
        group_stated=stated,
        approach=_approach(passage.text, f"{page.title}\n{heading}"),
        is_new_worthy=words <= 10 and not re.search("[,，；;]", passage.text),
    )


def _group(name, heading):
    """Give (group, whether the heading states it): the heading first, then the name of the treatment."""
    for group, pattern in GROUPS:
        if pattern.search(heading):
            return group, True
    return ("complementary" if COMPLEMENTARY_NAME.search(name) else "conventional"), False


def _group_by_text(page, treatment, text):
    name = treatment.names[0].name
    if COMPLEMENTARY_NAME.search(name):
        treatment.group = "complementary"
    elif any(EMERGING_TEXT.search(sentence) for sentence in _sentences_with(name, text)):
        treatment.group = "emerging"
    page.ledger.proposed(treatment.line, name, treatment.group, "group_guess")


def _sentences_with(name, text):
    return [sentence for sentence in sentences(text) if name.lower() in sentence.lower()]


def _approach(name, context):
    if CONSERVATIVE.search(context):
        return "conservative"
    if SURGERY.search(name):
        return "surgery"
    return "procedure" if PROCEDURE.search(name) else ""


def _parent_of(blocks, index):
    for block in reversed(blocks[:index]):
        if isinstance(block, Heading) and block.level < blocks[index].level:
            return block
    return None


def _distinct(treatments):
    seen = {}
    for treatment in treatments:
        seen.setdefault(treatment.names[0].name.lower(), treatment)
    return list(seen.values())[:MOST_TREATMENTS]
