"""Text and rules in, hits out. No database, no page: see store.py and pages.py for those."""

import re
from collections import defaultdict
from dataclasses import dataclass

from .citations import is_cited
from .context import Around, silenced_by, softened_by
from .detectors import DETECTORS
from .hits import Hit
from .sentences import has_chinese, split_sentences
from .terms import CitationScope, Detector, Severity

# One hit a rule and sentence is shown; judging more matches than these would only make hostile text slow.
MAX_MATCHES = 8
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
LANGUAGE_KEYS = {"en": "en", "zh": "zh", "zh-hans": "zh", "zh-hant": "zh", "zh-cn": "zh"}
# Same length before and after, so that positions stay true: ’ to ', wide letters and digits to plain ones.
PLAIN = {0x2019: "'", 0x2018: "'", 0x00A0: " ", 0x202F: " ", 0x3000: " "}
PLAIN.update({code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), 0xFF05)})
PLAIN.update({code: chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))})


def language_key(language):
    """Give "en" or "zh" for a Django language code; None for None. Raises ValueError for any other."""
    if language is None:
        return None
    try:
        return LANGUAGE_KEYS[language.lower()]
    except KeyError:
        raise ValueError(f"The claim linter reads English and Chinese, not {language!r}.") from None


def scan(text, rulebook, language=None, *, with_silenced=False):
    """Give the hits (list of Hit, in order) of `rulebook` (Rulebook) on `text` (str).

    `language`: "en", "zh" or "zh-hans" for a text in one language; None looks at each sentence.
    `with_silenced`: also give the matches that context explains away, with `silenced_by` set.
    """
    reading = Reading(text, language_key(language))
    reading.search(rulebook)
    hits = [hit for rule in rulebook.rules for hit in _rule_hits(rule, reading)]
    found = _one_per_sentence(hits)
    return [hit for hit in found if with_silenced or not hit.silenced_by]


class Reading:
    """A text split once, for all rules: its sentences, their languages, which are cited."""

    def __init__(self, text, language):
        self.language = language
        self.text = text
        self.sentences = split_sentences(text.translate(PLAIN))
        self.lowered = [sentence.text.lower() for sentence in self.sentences]
        self.languages = [self._languages(sentence.text) for sentence in self.sentences]
        self.cited = [is_cited(sentence.text) for sentence in self.sentences]
        self.cited_paragraphs = {
            sentence.paragraph for sentence, cited in zip(self.sentences, self.cited, strict=True) if cited
        }
        self.matches = []

    def search(self, rulebook):
        """Look for all phrases of all rules; then `matches_of` and `masked` know them."""
        self.matches = [
            (rule.code, match)
            for rule in rulebook.rules
            if rule.detector == Detector.PHRASES
            for index in range(len(self.sentences))
            for language in self.languages[index]
            for match in self._sentence_matches(rule, index, language)
        ]
        self._by_sentence = defaultdict(list)
        for _code, match in self.matches:
            self._by_sentence[match.index].append(match)

    def _sentence_matches(self, rule, index, language):
        text, lowered = self.sentences[index].text, self.lowered[index]
        found = [
            Match(index, *span.span(), language, phrase.text)
            for phrase in rule.claims[language]
            for span in phrase.find(text, lowered)
        ][:MAX_MATCHES]
        if not found:
            return []
        harmless = [span.span() for phrase in rule.harmless[language] for span in phrase.find(text, lowered)]
        return [match for match in found if not any(match.touches(*span) for span in harmless)]

    def matches_of(self, rule):
        """Give the matches (list of Match) of one rule, harmless ones left out."""
        return [match for code, match in self.matches if code == rule.code]

    def masked(self, match):
        """Give the sentence (str) with all other matches blanked: their own "no" denies nothing here."""
        text = self.sentences[match.index].text
        for other in self._by_sentence[match.index]:
            if not other.touches(match.start, match.end):
                text = text[: other.start] + "\x00" * (other.end - other.start) + text[other.end :]
        return text

    def _languages(self, text):
        if self.language:
            return (self.language,)
        chinese, latin = has_chinese(text), bool(LATIN_WORD.search(text))
        return tuple(key for key, there in (("zh", chinese), ("en", latin or not chinese)) if there)

    def neighbour(self, index, step):
        """Give the text (str) of the sentence before or after; empty at the ends."""
        other = index + step
        return self.sentences[other].text if 0 <= other < len(self.sentences) else ""

    def is_cited(self, index, scope):
        """Whether the sentence at `index` has its citation within `scope` (CitationScope)."""
        if scope == CitationScope.PARAGRAPH:
            return self.sentences[index].paragraph in self.cited_paragraphs
        return scope == CitationScope.SENTENCE and self.cited[index]

    def original(self, start, end):
        """Give the text (str) as it was written between two positions."""
        return self.text[start:end]


def _rule_hits(rule, reading):
    if rule.detector != Detector.PHRASES:
        return [
            _hit(rule, reading, index, start, end, language)
            for index, start, end, language in DETECTORS[rule.detector](rule, reading)
        ]
    return [
        _judged(rule, reading, match)
        for match in reading.matches_of(rule)
        if rule.in_headings or not reading.sentences[match.index].is_heading
    ]


@dataclass(frozen=True)
class Match:
    """Where one phrase matched: `index` of the sentence, `start`/`end` inside it."""

    index: int
    start: int
    end: int
    language: str
    phrase: str

    def touches(self, start, end):
        """Whether it overlaps a span of the same sentence (bool)."""
        return self.start < end and start < self.end


def _judged(rule, reading, match):
    sentence = reading.sentences[match.index]
    around = Around(
        sentence.text,
        match.start,
        match.end,
        language=match.language,
        phrase=match.phrase,
        masked=reading.masked(match),
        previous=reading.neighbour(match.index, -1),
        following=reading.neighbour(match.index, 1),
    )
    silenced = silenced_by(around, rule, is_question=sentence.is_question)
    return _hit(
        rule,
        reading,
        match.index,
        sentence.start + match.start,
        sentence.start + match.end,
        match.language,
        silenced=silenced,
        context=() if silenced else softened_by(around),
    )


def _hit(rule, reading, index, start, end, language, *, silenced="", context=()):
    sentence = reading.sentences[index]
    stop = max(sentence.end, end)
    return Hit(
        rule=rule.code,
        title=rule.title,
        severity=Severity(rule.severity).lowered if context else rule.severity,
        reason=rule.reason,
        sentence=reading.original(sentence.start, stop),
        start=start,
        end=end,
        line=sentence.line,
        matched=reading.original(start, end),
        language=language,
        context=context,
        silenced_by=silenced,
        citable=rule.citation_scope != CitationScope.NONE,
        resolution="cited" if reading.is_cited(index, rule.citation_scope) else "",
    )


SEVERITY_ORDER = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}


def _one_per_sentence(hits):
    """Keep the gravest hit of each rule in each sentence, and the gravest rule on the same words."""
    best = {}
    for hit in sorted(hits, key=lambda hit: (bool(hit.silenced_by), SEVERITY_ORDER[hit.severity], hit.start)):
        best.setdefault((hit.rule, hit.line, hit.sentence), hit)
    by_sentence = defaultdict(list)
    for hit in best.values():
        by_sentence[hit.line, hit.sentence].append(hit)
    kept = [hit for group in by_sentence.values() for hit in group if not _is_outweighed(hit, group)]
    return sorted(kept, key=lambda hit: (hit.start, SEVERITY_ORDER[hit.severity], hit.rule))


def _is_outweighed(hit, others):
    """Whether a graver hit stands on some of the same words: one finding is enough there."""
    return any(
        not other.silenced_by
        and SEVERITY_ORDER[other.severity] < SEVERITY_ORDER[hit.severity]
        and other.start < hit.end
        and hit.start < other.end
        for other in others
    )
