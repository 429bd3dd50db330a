"""How well the linter does on sentences whose right answer is known."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .engine import scan
from .terms import Severity


@dataclass(frozen=True)
class Score:
    """Counts of (sentence, rule) pairs: right hits, wrong hits, missed claims."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self):
        """Share of hits that are right (float, 0 to 1); 1 without hits."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self):
        """Share of claims that are hit (float, 0 to 1); 1 without claims."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass(frozen=True)
class Mistake:
    """One pair that went wrong: `kind` is "wrong" or "missed"."""

    kind: str
    rule: str
    text: str


def read_labelled(path):
    """Give the labelled rows (list of dict: text, rules, split, looks_like) of a JSON Lines file."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def measure(rows, rulebook):
    """Compare the linter with labelled `rows` under a Rulebook.

    Gives (scores, mistakes): a Score by rule code and under "" over all, and a list of Mistake. A hit
    counts when it is open and more than a note.
    """
    counts, mistakes = Counter(), []
    for row in rows:
        hits = _hit_rules(row["text"], rulebook)
        expected = set(row["rules"])
        counts.update(("right", rule) for rule in hits & expected)
        for kind, rules in (("wrong", hits - expected), ("missed", expected - hits)):
            counts.update((kind, rule) for rule in rules)
            mistakes += [Mistake(kind, rule, row["text"]) for rule in sorted(rules)]
    return _scores(counts), mistakes


def _hit_rules(text, rulebook):
    return {hit.rule for hit in scan(text, rulebook) if hit.is_open and hit.severity != Severity.INFO}


def _scores(counts):
    rules = sorted({rule for _kind, rule in counts})
    scores = {rule: Score(*(counts[kind, rule] for kind in ("right", "wrong", "missed"))) for rule in rules}
    totals = (sum(getattr(score, kind) for score in scores.values()) for kind in ("right", "wrong", "missed"))
    return {"": Score(*totals), **scores}
