"""Scoring a text with the weights that were learned. Plain arithmetic."""

import math
import threading

from comments.models import SpamModel
from freshness.kept import counted

from .features import features

# How much each family of features may say; chosen by trying a handful on the sets of comments_report.
FAMILY_WEIGHT = {"word": 1.0, "pair": 0.7, "part": 1.2, "site": 0.5, "make": 0.7}
READABLE = ("word", "pair", "site", "make")
SIGNS = 4


def weigh(found, rarity):
    """Give the vector (dict of feature name to float): each family of unit length, rare features count more.

    `found`: what features() gives; `rarity`: feature name -> inverse document frequency; others are left out.
    """
    vector = {}
    for family, counts in found.items():
        named = {f"{family}:{name}": count for name, count in counts.items()}
        part = {key: (1 + math.log(count)) * rarity[key] for key, count in named.items() if key in rarity}
        length = math.sqrt(sum(value * value for value in part.values())) or 1.0
        factor = FAMILY_WEIGHT[family] / length
        vector.update((key, value * factor) for key, value in part.items())
    return vector


class Scorer:
    """Gives the probability of spam and the signs that speak for it."""

    def __init__(self, weights, bias):
        """`weights`: feature name -> [weight, rarity]; `bias`: float."""
        self.weights = {key: weight for key, (weight, _rarity) in weights.items()}
        self.rarity = {key: rarity for key, (_weight, rarity) in weights.items()}
        self.bias = bias

    def contributions(self, text):
        """Give what each feature of `text` adds (dict of feature name to float; positive speaks for spam)."""
        vector = weigh(features(text), self.rarity)
        return {key: self.weights[key] * value for key, value in vector.items()}

    def probability(self, text):
        """Give the probability (0.0 to 1.0) that a moderator would call `text` spam."""
        total = self.bias + sum(self.contributions(text).values())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def top_signs(self, text):
        """Give the features (list of str) that speak loudest for spam, as words a moderator can read."""
        ranked = sorted(self.contributions(text).items(), key=lambda pair: -pair[1])
        readable = [key for key, value in ranked if value > 0 and key.split(":", 1)[0] in READABLE]
        return [key.split(":", 1)[1] for key in readable[:SIGNS]]


def _newest():
    return SpamModel.objects.order_by("-pk").values_list("pk", "created_at").first()


_lock = threading.Lock()
_loaded = {}


def current_scorer():
    """Give the Scorer of the newest SpamModel, or None while nothing was learned; kept in this process."""
    newest = counted("spam-model", _newest)
    if newest is None:
        return None
    with _lock:
        if newest not in _loaded:
            model = SpamModel.objects.get(pk=newest[0])
            _loaded.clear()
            _loaded[newest] = Scorer(model.weights, model.bias)
        return _loaded[newest]
