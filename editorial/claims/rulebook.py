"""Rules and their phrases as the engine uses them, and the ones this project ships."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from django.utils.translation import get_language

from .phrases import compile_phrase
from .terms import CitationScope, Detector, PatternKind, Severity

DATA = Path(__file__).resolve().parents[1] / "data"
LANGUAGES = ("en", "zh")


@dataclass(frozen=True)
class Rule:
    """One rule. `titles` and `reasons`: texts by "en" and "zh"; `claims` and `harmless`: tuples of
    Phrase by the same keys."""

    code: str
    titles: dict
    reasons: dict
    severity: Severity
    detector: Detector = Detector.PHRASES
    citation_scope: CitationScope = CitationScope.SENTENCE
    negation_defuses: bool = True
    in_questions: bool = False
    in_headings: bool = True
    claims: dict = field(default_factory=dict)
    harmless: dict = field(default_factory=dict)

    @property
    def title(self):
        """The name (str) in the active language."""
        return in_active_language(self.titles)

    @property
    def reason(self):
        """Why it matters (str) in the active language."""
        return in_active_language(self.reasons)


@dataclass(frozen=True)
class Rulebook:
    """All active rules (tuple of Rule), in order."""

    rules: tuple

    def rule(self, code):
        """Give the Rule with `code`, or None."""
        return next((rule for rule in self.rules if rule.code == code), None)


def in_active_language(texts):
    """Pick from {"en": str, "zh": str} the text in the language of the interface, else whatever there is."""
    key = "zh" if (get_language() or "en").startswith("zh") else "en"
    return texts.get(key) or texts.get("en") or texts.get("zh") or ""


@lru_cache(maxsize=1)
def seed_data():
    """Give the shipped rules (list of dict) as data/claim_patterns.json holds them."""
    return json.loads((DATA / "claim_patterns.json").read_text(encoding="utf-8"))["rules"]


@lru_cache(maxsize=1)
def seed_rulebook():
    """Give the Rulebook that the project ships. Raises PhraseError when the file holds a bad phrase."""
    return Rulebook(tuple(map(_seed_rule, seed_data())))


def _seed_rule(data):
    return Rule(
        code=data["code"],
        titles=data["title"],
        reasons=data["reason"],
        severity=Severity(data["severity"]),
        detector=Detector(data.get("detector", Detector.PHRASES)),
        citation_scope=CitationScope(data.get("citation_scope", CitationScope.SENTENCE)),
        negation_defuses=data.get("negation_defuses", True),
        in_questions=data.get("in_questions", False),
        in_headings=data.get("in_headings", True),
        claims=_phrases(data.get(PatternKind.CLAIM, {})),
        harmless=_phrases(data.get(PatternKind.HARMLESS, {})),
    )


def _phrases(by_language):
    return {
        language: tuple(compile_phrase(text, language) for text in by_language.get(language, ()))
        for language in LANGUAGES
    }


@lru_cache(maxsize=1)
def context_data():
    """Give the cues of context and the regions of the body (dict), compiled, from data/claim_context.json."""
    raw = json.loads((DATA / "claim_context.json").read_text(encoding="utf-8"))
    regions = raw.pop("regions")
    cues = {
        language: {name: _compile(phrases, language) for name, phrases in groups.items()}
        for language, groups in raw.items()
    }
    return {"cues": cues, "regions": {key: _compile_regions(groups, key) for key, groups in regions.items()}}


def _compile(phrases, language):
    return tuple(compile_phrase(text, language) for text in phrases)


def _compile_regions(groups, language):
    return [{name: _compile(words, language) for name, words in group.items()} for group in groups]
