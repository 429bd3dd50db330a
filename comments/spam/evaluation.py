"""Measuring the spam score on labelled sets that nobody on this project wrote."""

import json
from dataclasses import dataclass

from .training import scorer_for


@dataclass(frozen=True)
class Figures:
    """Precision, recall and F1 of one held-back set of `size` texts."""

    name: str
    size: int
    precision: float
    recall: float

    @property
    def f1(self):
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measure(name, train, test, *, threshold=0.5):
    """Learn from `train`, score `test`; both lists of (text, is spam). Give Figures."""
    scorer = scorer_for([text for text, _spam in train], [spam for _text, spam in train])
    called = [(scorer.probability(text) >= threshold, spam) for text, spam in test]
    right = sum(guess and spam for guess, spam in called)
    guessed = sum(guess for guess, _spam in called)
    actual = sum(spam for _guess, spam in called)
    return Figures(name, len(test), right / max(1, guessed), right / max(1, actual))


def _lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def youtube_figures(folder):
    """Give Figures for each YouTube video, learned from the other videos only."""
    rows = _lines(folder / "youtube_spam" / "comments.jsonl")
    for video in sorted({row["video"] for row in rows}):
        pairs = [(row["text"], row["label"] == "spam", row["video"]) for row in rows]
        train = [(text, spam) for text, spam, of in pairs if of != video]
        test = [(text, spam) for text, spam, of in pairs if of == video]
        yield measure(video, train, test)


def sms_figures(folder):
    """Give Figures for each half of the SMS set, learned from the other half: every second line."""
    pairs = [(row["text"], row["label"] == "spam") for row in _lines(folder / "sms_spam" / "messages.jsonl")]
    yield measure("SMS, odd lines", pairs[1::2], pairs[0::2])
    yield measure("SMS, even lines", pairs[0::2], pairs[1::2])
