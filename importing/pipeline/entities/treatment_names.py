"""What a treatment is called, and what is no treatment although it stands where one would."""

import re

from ..records import Heading, NameFound
from ..text import is_chinese, is_question, words
from .phrases import best_chinese, best_phrase, chinese_phrases, english_phrases, running_case
from .words import (
    BARE_TREATMENTS,
    BARE_TREATMENTS_ZH,
    GENERIC_TREATMENT_WORDS,
    GENERIC_ZH,
    NO_TREATMENT,
    STOP_WORDS,
    TREATMENT_HEADS,
    TREATMENT_SUFFIX,
    TREATMENT_SUFFIX_ZH,
)

WITH_SHORT = re.compile(
    r"^(?P<long>.+?)(?<!\s)\s*[(（](?P<short>[A-Z][A-Za-z0-9-]{1,9})[)）]\s*(?:therap(?:y|ies)|treatments?"
    r"|methods?|疗法|治疗)?$"
)
# The heads of treatments are stop words for conditions, not here.
TREATMENT_STOPS = STOP_WORDS - TREATMENT_HEADS
TITLE_TREATMENT_ZH = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,8}?(?:治疗|疗法))(?P<condition>[\u4e00-\u9fff]{2,12})"
)


def is_treatment_name(text):
    """Whether `text` can name a treatment (bool): no question, no section, not only general words."""
    if is_question(text) or NO_TREATMENT.match(text) or text in BARE_TREATMENTS_ZH:
        return False
    tokens = [word.lower() for word in words(text)]
    if is_chinese(text):
        return 2 <= len(tokens) <= 16 and bool(GENERIC_ZH.sub("", text).strip("的 "))
    return 0 < len(tokens) <= 12 and _says_something(tokens)


def names_of(label, text, language):
    """Give the NameFounds of a treatment as a label writes it; "Long Name (LN) therapy" has two names."""
    match = WITH_SHORT.match(label)
    if not match or not _abbreviates(match["short"], match["long"]):
        return [NameFound(running_case(label.strip(), text), language)]
    return [
        NameFound(match["long"], language),
        NameFound(match["short"], language, "abbreviation"),
    ]


def main_treatment(page, text):
    """Give (list of NameFound, line) of the treatment that title or headings keep naming, or ([], 0)."""
    headings = [
        block.passage.text for block in page.blocks if isinstance(block, Heading) and not block.derived
    ]
    if page.body_language == "zh-hans":
        name, language = _main_chinese(page.title, headings, text), "zh-hans"
    else:
        name, language = _main_english(page, headings, text), "en"
    if not name:
        return [], 0
    line = next((line.number for line in page.lines if name.lower() in line.text.lower()), 0)
    return [NameFound(name, language), *_title_name(page)], line


def _main_english(page, headings, text):
    named = english_phrases(".\n".join([page.title, page.title, *headings]), _is_head, TREATMENT_STOPS)
    condition = (
        {word for name in page.condition.names for word in name.name.lower().split()}
        if page.condition
        else set()
    )
    everywhere = english_phrases(text, _is_head, TREATMENT_STOPS)
    candidates = {
        phrase: everywhere[phrase]
        for phrase, count in named.items()
        if count >= 2 and not condition & set(phrase) and "of" not in phrase
    }
    phrase = best_phrase(candidates, _says_too_little)
    return running_case(" ".join(phrase), text) if phrase else ""


def _main_chinese(title, headings, text):
    counts = chinese_phrases("。".join([title, title, *headings]), TREATMENT_SUFFIX_ZH)
    everywhere = chinese_phrases(text, TREATMENT_SUFFIX_ZH)
    return best_chinese(
        {name: everywhere[name] for name in counts if counts[name] >= 2}, BARE_TREATMENTS_ZH, least=2
    )


def _title_name(page):
    match = TITLE_TREATMENT_ZH.match(page.title) if page.languages_differ else None
    if not match or match["name"] in BARE_TREATMENTS_ZH:
        return []
    line = page.title_passage.line if page.title_passage else 0
    page.ledger.proposed(line, page.title, match["name"], "title_synonym")
    return [NameFound(match["name"], "zh-hans", "synonym")]


def _is_head(word):
    return word in TREATMENT_HEADS or bool(TREATMENT_SUFFIX.match(word))


def _says_too_little(phrase):
    if len(phrase) == 1:
        return phrase[0] in BARE_TREATMENTS
    return not _says_something(phrase)


def _says_something(tokens):
    return any(token not in GENERIC_TREATMENT_WORDS for token in tokens) or tuple(tokens[:1]) == ("physical",)


def _abbreviates(short, long):
    initials = "".join(word[0] for word in long.split() if word[0].isalpha())
    return short.lower() in (initials.lower(), initials.lower() + "s") or short[0].lower() == long[0].lower()
