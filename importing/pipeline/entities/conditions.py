"""Which condition is this page about, and under which names does it know it?"""

import re
from itertools import islice

from ..languages import language_of
from ..matching import same_words
from ..records import ConditionFound, NameFound
from ..text import is_chinese
from .phrases import (
    TITLE_WEIGHT,
    best_chinese,
    best_phrase,
    chinese_phrases,
    english_phrases,
    running_case,
)
from .words import BARE_HEADS, BARE_ZH, CONDITION_HEADS, CONDITION_SUFFIX, CONDITION_SUFFIX_ZH, NO_CONDITIONS

SAME_AS = re.compile(
    r"\s*+[,(（，]?\s*+(?P<how>(?:also|otherwise|sometimes|formerly|commonly|colloquially"
    r"|popularly)(?: (?:widely|commonly))?"
    r" (?:known as|called|referred to as|termed|named)|known as|又称为?|也称为?|亦称|俗称|又叫做?|也叫做?"
    r"|简称|医学上称为?)"
    r"\s*+[“\"]?(?P<names>[^.;:。；：)）]{2,120})",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"\s*[(（](?P<short>[A-Z][A-Za-z0-9-]{1,9})[)）]")
EVERYDAY = re.compile(r"commonly|colloquially|popularly|俗称", re.IGNORECASE)
NAME_END = re.compile(
    r"[,，](?! (?:an? |the )?[\w -]{2,30}(?:,| or | and ))| (?:is|are|was|were|which|that|has|have|can|may"
    r"|occurs?|causes?|happens?)\b|，|是|，?指"
)
NAME_SPLIT = re.compile(r"(?<!\s)\s*(?:, or | or |, and | and |,|、|或者?|和)\s*")
DEFINITION = re.compile(
    r"(?:^|[.!?] |\n)(?P<name>[A-Z][\w’'-]*(?: [\w’'-]+){0,5}?)(?: \([^)]{1,40}\))? (?:is|are"
    r"|refers to) (?:an?|the|one of)\b"
    r"[^.\n]{0,80}?\b(?:diseases?|disorders?|conditions?|syndromes?|infections?|cancers?|illness(?:es)?"
    r"|injur(?:y|ies))\b"
)
ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
MOST_NAME_WORDS = 7
MOST_MENTIONS = 200
MOST_NAMES = 12
# Titles such as "X治疗Y", "Y的治疗方法", "什么是Y", "Y怎么办".
TITLE_CONDITION_ZH = [
    re.compile(
        r"^.{1,12}?(?:治疗|疗法治疗|能治|可以治疗|防治)(?P<name>[\u4e00-\u9fff]{2,12}?)(?:的.*|吗|有效吗"
        r"|效果.*|[?？].*)?$"
    ),
    re.compile(
        r"^(?:什么是|如何治疗|怎样治疗|如何预防|治疗)(?P<name>[\u4e00-\u9fff]{2,12}?)(?:的.*)?[?？]?$"
    ),
    re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,12}?)(?:的|怎么|如何|该|能|可以|是什么|有哪些).*$"),
]


def find_condition(page, text):
    """Give the ConditionFound of `page` (a ParsedPage) with the whole text (str), or None; note its names."""
    preferred = _preferred(page, text)
    if not preferred:
        return None
    names = [*_section_name(page, preferred, text), preferred, *_stated_names(page, preferred.name, text)]
    names += _title_name(page)
    line = next((line.number for line in page.lines if preferred.name.lower() in line.text.lower()), 0)
    return ConditionFound(_distinct(names), line)


def is_condition_head(word):
    """Whether an English word (lower case) is the head of a condition's name (bool)."""
    single = word[:-1] if word.endswith("s") and word[:-1] in CONDITION_HEADS else word
    if single in NO_CONDITIONS:
        return False
    return single in CONDITION_HEADS or bool(CONDITION_SUFFIX.match(single))


def condition_in_title(title):
    """Give the condition (str) that a Chinese title names, or ""."""
    for pattern in TITLE_CONDITION_ZH:
        match = pattern.match(title)
        if match:
            return match["name"]
    return ""


def _preferred(page, text):
    weighted = "\n".join([page.title] * TITLE_WEIGHT + [page.section] * TITLE_WEIGHT)
    if is_chinese(text[:2000]) and page.body_language == "zh-hans":
        counts = chinese_phrases(f"{weighted}\n{text}", CONDITION_SUFFIX_ZH)
        name = best_chinese(counts, BARE_ZH, least=3)
        return NameFound(name, "zh-hans") if name else None
    counts = english_phrases(f"{weighted}.\n{text}", is_condition_head)
    said = english_phrases(text, is_condition_head)
    counts = {phrase: count for phrase, count in counts.items() if phrase in said} or counts
    phrase = best_phrase(counts, _says_too_little, least=3)
    name = _spelled(phrase, text) if phrase else _defined_name(page.title, text)
    return NameFound(running_case(name, text), "en") if name else None


def _defined_name(title, text):
    """The subject of "X is a ... disease" when the title names it too: a name without a usual head."""
    for match in islice(DEFINITION.finditer(text), MOST_MENTIONS):
        name = ARTICLE.sub("", match["name"])
        if name.lower() in title.lower():
            return name
    return ""


def _section_name(page, preferred, text):
    """The name of the section, when it says the same in another order: the old site chose it."""
    if not same_words(page.section, preferred.name):
        return []
    return [NameFound(running_case(page.section, text), preferred.language)]


def _says_too_little(phrase):
    return len(phrase) == 1 and phrase[0].rstrip("s") in BARE_HEADS


def _spelled(phrase, text):
    """Give the phrase as the text spells it (an acronym keeps its capitals)."""
    match = re.search(r"\W+".join(map(re.escape, phrase)), text, re.IGNORECASE)
    return re.sub(r"\s+", " ", match.group()) if match else " ".join(phrase)


def _stated_names(page, name, text):
    """The names that the text itself says mean the same."""
    found = []
    for match in islice(re.finditer(re.escape(name), text, re.IGNORECASE), MOST_MENTIONS):
        after = text[match.end() : match.end() + 200]
        short = ABBREVIATION.match(after)
        if short:
            found.append(NameFound(short["short"], page.body_language or "en", "abbreviation"))
            after = after[short.end() :]
        stated = SAME_AS.match(after)
        if stated:
            kind = "lay" if EVERYDAY.search(stated["how"]) else "synonym"
            found += [_named(page, other, kind) for other in _split_names(stated["names"])]
    found = _distinct(found)
    for other in found:
        page.ledger.proposed(_line_of(page, other.name), other.name, name, "synonym")
    return found


def _split_names(text):
    end = NAME_END.search(text)
    parts = NAME_SPLIT.split(text[: end.start()] if end else text)
    names = [ARTICLE.sub("", part.strip(" “”\"'")) for part in parts]
    return [name for name in names if name and len(name.split()) <= MOST_NAME_WORDS]


def _named(page, name, kind):
    language = language_of(name, is_title=True) or page.body_language or "en"
    return NameFound(name[:1].upper() + name[1:], language, kind)


def _title_name(page):
    """The name in a title whose language is not that of the text: colloquial until somebody confirms it."""
    if not page.languages_differ or page.title_language != "zh-hans":
        return []
    name = condition_in_title(page.title)
    if not name:
        return []
    line = page.title_passage.line if page.title_passage else 0
    page.ledger.proposed(line, page.title, name, "title_synonym")
    return [NameFound(name, "zh-hans", "lay")]


def _line_of(page, words):
    return next((line.number for line in page.lines if words.lower() in line.text.lower()), 0)


def _distinct(names):
    seen = {}
    for name in names:
        seen.setdefault(name.name.lower(), name)
    return list(seen.values())[:MOST_NAMES]
