"""Measures of a ranking. Each takes the ids found (list, the best first) and the answers ({id: grade})."""

from math import log2
from statistics import quantiles


def ndcg(found, answers, at=10):
    """Give the normalised discounted cumulative gain (float, 0 to 1) of the first `at`."""
    gain = sum(answers.get(key, 0) / log2(place + 2) for place, key in enumerate(found[:at]))
    grades = sorted(answers.values(), reverse=True)[:at]
    return gain / sum(grade / log2(place + 2) for place, grade in enumerate(grades))


def recall(found, answers, at=10):
    """Give the part (float, 0 to 1) of the answers that stands among the first `at`."""
    return len(set(found[:at]) & set(answers)) / len(answers)


def first(found, answers):
    """Give 1.0 when the first one found is an answer, else 0.0."""
    return float(bool(found) and found[0] in answers)


def percentile95(times):
    """Give the 95th percentile (float) of `times` (list of at least two floats)."""
    return quantiles(times, n=20)[-1]
