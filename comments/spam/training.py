"""Learning the weights: logistic regression by LIBLINEAR, where the library is installed."""

import io
import math
from collections import Counter

try:
    import pyliblinear
except ImportError:  # an optional library: without it the score stays as it is, or off
    pyliblinear = None

from django.db.models import Q

from comments.models import ReaderComment, SpamModel, Status

from .features import features
from .scorer import Scorer, weigh

MINIMUM = 30
LATEST = 20_000
SEEN_IN_AT_LEAST = 2
COST = 10.0


class TooFewDecisionsError(Exception):
    """There are not yet enough decisions of both kinds to learn from."""


def can_learn():
    """Whether the library for learning is installed (bool)."""
    return pyliblinear is not None


def _rarities(documents):
    seen = Counter()
    for found in documents:
        seen.update(f"{family}:{name}" for family, counts in found.items() for name in counts)
    total = 1 + len(documents)
    return {
        key: 1 + math.log(total / (1 + count)) for key, count in seen.items() if count >= SEEN_IN_AT_LEAST
    }


def _read_weights(model):
    """Give (label that weighs positive, weights as list) from LIBLINEAR's own text format."""
    out = io.StringIO()
    model.save(out)
    head, body = out.getvalue().split("\nw\n")
    label = next(line.split()[1] for line in head.splitlines() if line.startswith("label"))
    return int(label), [float(line) for line in body.split()]


def fit(texts, labels):
    """Give (weights, bias) for Scorer.

    `texts`: list of str; `labels`: list of bool, true for spam. Both kinds weigh alike, however many of each.
    """
    documents = [features(text) for text in texts]
    rarity = _rarities(documents)
    numbers = {key: number for number, key in enumerate(rarity, start=1)}
    vectors = [{numbers[key]: value for key, value in weigh(found, rarity).items()} for found in documents]
    matrix = pyliblinear.FeatureMatrix.from_iterables([int(label) for label in labels], vectors)
    share = math.sqrt((len(labels) - sum(labels)) / max(1, sum(labels)))
    solver = pyliblinear.Solver("L2R_LR", C=COST, weights={1: share, 0: 1.0})
    label, weights = _read_weights(pyliblinear.Model.train(matrix, solver, bias=1.0))
    sign = 1 if label == 1 else -1
    # The library sees only as many features as the highest number used; the last weight is the bias.
    learned = {
        key: [round(sign * weights[number - 1], 5), round(rarity[key], 4)] for key, number in numbers.items()
    }
    return learned, sign * weights[-1]


def _decisions():
    """Give (text, is spam) of the latest comments that a person decided."""
    spam = Q(status=Status.SPAM, decided_by__isnull=False)
    good = Q(status=Status.APPROVED, decided_by__isnull=False)
    rows = ReaderComment.objects.filter(spam | good, user__isnull=True, erased_at__isnull=True)
    latest = rows.order_by("-decided_at").values_list("body", "status")[:LATEST]
    return [(body, status == Status.SPAM) for body, status in latest]


def learn_from_decisions():
    """Learn from what moderators decided; give the new SpamModel. Older models are deleted.

    Raises TooFewDecisionsError below MINIMUM of either kind, RuntimeError without the library.
    """
    if not can_learn():
        raise RuntimeError("pyliblinear is not installed")
    rows = _decisions()
    spam = sum(label for _text, label in rows)
    if min(spam, len(rows) - spam) < MINIMUM:
        raise TooFewDecisionsError(f"{spam} spam, {len(rows) - spam} good: {MINIMUM} of each are needed")
    weights, bias = fit([text for text, _label in rows], [label for _text, label in rows])
    model = SpamModel.objects.create(weights=weights, bias=bias, spam_count=spam, ham_count=len(rows) - spam)
    SpamModel.objects.exclude(pk=model.pk).delete()
    return model


def scorer_for(texts, labels):
    """Give a Scorer trained on `texts` and `labels`, without storing it."""
    return Scorer(*fit(texts, labels))
