"""What the words around a match do to it: deny it, ask about it, debunk it, quote it, soften it."""

import re

from .rulebook import context_data

# How far a "not" reaches: ten words in English, twelve characters in Chinese.
REACH = {"en": 10, "zh": 12}
STRONG_BREAK = re.compile(r"[;:—–!?。！？；：]")
COMMA = re.compile(r"[,，、]")
LIST_WORDS = frozenset({"", "or", "and", "nor", "和", "或", "及"})
QUOTED = re.compile(
    r"“[^“”\n]{1,120}”|\"[^\"\n]{1,120}\"|「[^「」\n]{1,120}」|『[^『』\n]{1,120}』|‘[^‘’\n]{1,60}’"
)
# A quotation of so few words is a word held up with tongs, not a witness speaking.
SHORT_QUOTE = {"en": 40, "zh": 10}
LEAD = 60
# Chinese puts these directly before the word they deny.
ADJACENT = re.compile(r"[不没未非勿莫难]$")


class Around:
    """A sentence with a match in it. `start`/`end` lie in `text`; `masked` hides all other matches;
    `phrase` is what an editor wrote to find it."""

    def __init__(self, text, start, end, *, language, phrase="", masked=None, previous="", following=""):
        self.text, self.start, self.end, self.language = text, start, end, language
        self.phrase = phrase
        self.masked = masked or text
        self.previous, self.following = previous, following
        self.cues = context_data()["cues"][language]

    def matches(self, cue, text):
        """Give the matches (list of re.Match) of one kind of cue in `text`."""
        lowered = text.lower()
        return [match for phrase in self.cues[cue] for match in phrase.find(text, lowered)]

    def has(self, cue, text):
        """Whether one kind of cue occurs in `text` (bool)."""
        lowered = text.lower()
        return any(phrase.find(text, lowered) for phrase in self.cues[cue])

    @property
    def before(self):
        """The clause before the match (str), back to a strong break or a word of contrast."""
        return self._from_last_break(self.masked[: self.start])

    @property
    def after(self):
        """The clause after the match (str)."""
        rest = self.masked[self.end :]
        found = STRONG_BREAK.search(rest) or COMMA.search(rest)
        return rest[: found.start()] if found else rest

    def _from_last_break(self, text):
        ends = [match.end() for match in STRONG_BREAK.finditer(text)]
        ends += [match.end() for match in self.matches("contrast", text)]
        return text[max(ends, default=0) :]

    def is_negated(self):
        """Whether a "not" reaches the match (bool)."""
        before = self._without_false_negations(self.before)
        if self.language == "zh" and ADJACENT.search(before):
            return True
        if any(self._reaches(before[cue.end() :]) for cue in self.matches("negation_before", before)):
            return True
        return self._is_denied_inside() or self._is_denied_after()

    def _without_false_negations(self, text):
        """Blank what looks like a "not" and is none: not only, no doubt, 不仅."""
        for match in self.matches("not_negation", text):
            text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
        return text

    def _is_denied_inside(self):
        """Whether a "not" stands in a gap of the phrase, which itself asks for none."""
        if self.has("negation_before", self.phrase):
            return False
        return self.has("negation_before", self._without_false_negations(self.text[self.start : self.end]))

    def _is_denied_after(self):
        after = self.after
        if self.language == "zh":
            return any(match.start() <= 2 for match in self.matches("negation_after", after[:16]))
        return any(
            not re.search(r"\b(?:and|but|or|that|which|who|it)\b", after[: match.start()])
            and len(after[: match.start()].split()) <= 3
            for match in self.matches("negation_after", after)
        )

    def _reaches(self, between):
        """Whether a negation reaches over the words `between` it and the match (bool)."""
        pieces = COMMA.split(between)
        if len(pieces) == 2 and not pieces[-1].strip():
            return False
        if len(pieces) > 1 and pieces[-1].strip().lower() not in LIST_WORDS:
            return False
        size = len(between) if self.language == "zh" else len(between.split())
        return size <= REACH[self.language]

    def is_debunked(self):
        """Whether this sentence, the next one, or a heading before says that it is not so (bool)."""
        before, after = self.masked[: self.start], self.masked[self.end :]
        return (
            self.has("debunk_before", before)
            or self.has("debunk_after", after)
            or self._is_debunked_next()
            or (len(self.previous) <= LEAD and self.has("debunk_heading", self.previous))
        )

    def _is_debunked_next(self):
        """“This is a myth.” looks back; “It is a myth that ...” looks ahead and debunks something else."""
        return any(
            not self.following[match.end() :].lstrip().lower().startswith("that")
            for match in self.matches("debunk_next", self.following)
        )

    def is_quoted(self):
        """Whether the match stands inside quotation marks (bool)."""
        return self._quotation() is not None

    def is_mentioned(self):
        """Whether the match is a word held at a distance: a short quotation, and somebody else's claim."""
        quotation = self._quotation()
        if quotation is None:
            return False
        start, end = quotation
        around = self.text[max(0, start - LEAD) : start] + " " + self.text[end : end + LEAD]
        return end - start <= SHORT_QUOTE[self.language] and self.has("distance", around)

    def _quotation(self):
        for match in QUOTED.finditer(self.text):
            if match.start() < self.start and self.end < match.end():
                return match.span()
        return None

    def is_only_aimed_at(self):
        """Whether the sentence speaks of what is looked for, not of what is there (bool)."""
        return self.has("purpose", self.before)

    def is_hedged(self):
        """Whether the clause before, or the match's own clause after, softens the statement (bool)."""
        return self.has("hedge", self.before) or self.has("hedge", self.after)


def silenced_by(around, rule, *, is_question):
    """Give why the match is not a claim after all (str: a key of SILENCERS), or ""."""
    if is_question and not rule.in_questions:
        return "question"
    if rule.negation_defuses and around.is_negated():
        return "negation"
    if around.is_debunked():
        return "debunking"
    if rule.negation_defuses and around.is_only_aimed_at():
        return "purpose"
    return "mention" if around.is_mentioned() else ""


def softened_by(around):
    """Give the kinds of context (tuple of str) that lower the severity of a match."""
    kinds = {"hedged": around.is_hedged(), "quoted": around.is_quoted()}
    return tuple(kind for kind, holds in kinds.items() if holds)
