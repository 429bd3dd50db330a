"""What the text says of a treatment: at which stage, for whom, with which benefits and risks."""

import re

from ..records import Heading, Listing, Paragraph
from ..text import cut_at_word, sentence_bounds
from .words import BENEFIT, CAVEAT, LESS_RISK, RISK, STAGE_WORDS, STAGE_WORDS_ZH, SUITS

_STAGE = "|".join(STAGE_WORDS)
STAGE = re.compile(
    rf"\b(?:{_STAGE})(?:(?:,? (?:and|or|to|through|until) |-to-|, ?|/|[-–—] ?)(?:{_STAGE}))*"
    r"(?:[- ]?to[- ])?[- ]?(?:stages?|phases?)\b",
    re.IGNORECASE,
)
STAGE_ZH = re.compile(
    "(?P<words>[早初中晚末](?:[、，和或至到及]?(?:期)?[、，和或至到及]?[早初中晚末]){0,2})期|(?P<acute>急性期)|(?P<chronic>慢性期)"
)
LONGEST_NOTE = 120


def find_stages(text):
    """Give [(stage, words of the page)] for the stages that `text` names: "early", "middle", "late", ..."""
    found = {}
    for start, end in sentence_bounds(text):
        sentence = text[start:end]
        for match in [*STAGE.finditer(sentence), *STAGE_ZH.finditer(sentence)]:
            for stage in _stages_in(match):
                found.setdefault(stage, _note(sentence, match))
    return list(found.items())


def section_passages(blocks):
    """Give the passages (list of Passage) of running text and list entries in `blocks`."""
    passages = []
    for block in blocks:
        if isinstance(block, Paragraph):
            passages.append(block.passage)
        elif isinstance(block, Listing):
            passages += _listing_passages(block)
    return passages


def read_effects(treatment, passages, lists, ledger):
    """Write stages, benefits, risks and whom it suits, found in a treatment's own section, into it.

    `passages`: list of Passage; `lists`: the Listings of the section, which may list benefits or risks.
    """
    for passage in passages:
        _read_sentences(treatment, passage, ledger)
    for listing in lists:
        _read_list(treatment, listing)


def read_risk_section(treatment, passages):
    """Take every sentence under a heading about risks as a risk of `treatment`."""
    for passage in passages:
        for start, end in sentence_bounds(passage.text):
            _add(treatment.risks, passage.text[start:end])


def _read_sentences(treatment, passage, ledger):
    treatment.stages += [pair for pair in find_stages(passage.text) if pair[0] not in dict(treatment.stages)]
    for start, end in sentence_bounds(passage.text):
        sentence = passage.text[start:end]
        if CAVEAT.search(sentence):
            _add(treatment.risks, sentence)
            name = treatment.names[0].name
            ledger.flagged(passage.line_at(start), sentence, "caveat", treatment=name)
        elif RISK.search(LESS_RISK.sub("", sentence)):
            _add(treatment.risks, sentence)
        suits = SUITS.search(sentence)
        if suits:
            clause = sentence[suits.start() :]
            _add(treatment.suits, clause[:1].upper() + clause[1:])


def _read_list(treatment, listing):
    texts = [" ".join(passage.text for passage in _item_passages(item)) for item in listing.items]
    risks = [text for text in texts if RISK.search(LESS_RISK.sub("", text))]
    benefits = [text for text in texts if BENEFIT.search(text) and text not in risks]
    if len(benefits) * 2 > len(texts):
        for text in texts:
            _add(treatment.risks if text in risks else treatment.benefits, text)
    elif len(risks) * 2 > len(texts):
        for text in texts:
            _add(treatment.risks, text)


def _stages_in(match):
    text = match.group().lower()
    if match.re is STAGE:
        return [STAGE_WORDS[word] for word in re.findall(_STAGE, text)]
    if match["words"]:
        return [STAGE_WORDS_ZH[sign] for sign in text if sign in STAGE_WORDS_ZH]
    return ["acute"] if match["acute"] else ["long_term"]


def _note(sentence, match):
    """The clause around the stage, in the words of the page."""
    start = max(sentence.rfind(sign, 0, match.start()) for sign in ",;，；") + 1
    if match.start() - start > LONGEST_NOTE // 2:
        start = max(start, sentence.rfind(" and ", 0, match.start()) + 5, match.start() - LONGEST_NOTE // 2)
    ends = [place for sign in ",;.，；。" if (place := sentence.find(sign, match.end())) >= 0]
    return cut_at_word(sentence[start : min(ends, default=len(sentence))].strip(), LONGEST_NOTE)


def _listing_passages(listing):
    passages = []
    for item in listing.items:
        passages += _item_passages(item)
    return passages


def _item_passages(item):
    own = ([item.label] if item.label else []) + item.texts
    return own + [passage for listing in item.lists for passage in _listing_passages(listing)]


def _add(sentences, sentence):
    if sentence.strip() and sentence.strip() not in sentences:
        sentences.append(sentence.strip())


def section_after(blocks, index):
    """Give the blocks under the heading at `index`, up to the next heading of its level or above."""
    level, section = blocks[index].level, []
    for block in blocks[index + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            break
        section.append(block)
    return section
