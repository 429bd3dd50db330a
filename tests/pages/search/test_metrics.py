"""The measures of the search report, on rankings small enough to check by hand."""

from math import log2

import pytest

from pages.search.report.metrics import first, ndcg, percentile95, recall


def test_a_perfect_order_has_the_gain_one():
    assert ndcg(["a", "b", "c"], {"a": 2, "b": 1}) == 1


def test_an_answer_further_down_gains_less():
    assert ndcg(["x", "a"], {"a": 1}) == pytest.approx(1 / log2(3))


def test_what_stands_behind_the_tenth_place_gains_nothing():
    assert ndcg([*"abcdefghij", "answer"], {"answer": 1}) == 0


def test_recall_is_the_part_of_the_answers_that_was_found():
    assert recall(["x", "a"], {"a": 1, "b": 1}, at=2) == 0.5
    assert recall(["x", "a"], {"a": 1}, at=1) == 0


def test_only_the_first_place_counts_as_first():
    assert (first(["a", "b"], {"a": 1}), first(["b", "a"], {"a": 1}), first([], {"a": 1})) == (1, 0, 0)


def test_the_95th_percentile_is_hardly_exceeded():
    assert percentile95(list(range(1, 101))) == pytest.approx(95.95)
