"""A spam score that learns from this site's own moderators, on this machine.

Learning needs the library pyliblinear; scoring needs nothing, so that no web process loads it.
"""

from .features import features
from .scorer import Scorer, current_scorer
from .training import MINIMUM, TooFewDecisionsError, can_learn, fit, learn_from_decisions

__all__ = [
    "MINIMUM",
    "Scorer",
    "TooFewDecisionsError",
    "can_learn",
    "current_scorer",
    "features",
    "fit",
    "learn_from_decisions",
]
