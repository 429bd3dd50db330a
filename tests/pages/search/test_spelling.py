"""Typing mistakes."""

import pytest

from pages.search import spelling, vocabulary


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("disc", "disc", 0),
        ("disk", "disc", 1),
        ("dsic", "disc", 1),
        ("herniatd", "herniated", 1),
        ("", "ab", 2),
    ],
)
def test_the_distance_counts_mistakes(one, other, steps):
    assert spelling.distance(one, other) == steps


@pytest.fixture
def dictionary(db):
    """Three words, one of them frequent."""
    spelling.learn({"herniated", "migraine", "migrants"})
    vocabulary.change({"herniat": 1, "migrain": 9, "migrant": 1})


@pytest.mark.parametrize(
    ("typed", "word"), [("herniatd", "herniated"), ("hreniated", "herniated"), ("migrane", "migraine")]
)
def test_the_nearest_word_is_meant(dictionary, typed, word):
    assert spelling.meant(typed) == word


def test_a_word_far_from_all_is_not_guessed(dictionary):
    assert spelling.meant("zzzzzzzz") is None


def test_a_short_word_is_left_alone(dictionary):
    assert not spelling.can_be_mistyped("mri")


def test_other_words_of_the_text_stay(dictionary):
    assert spelling.corrected("herniatd disk 腰") == ("herniated disk 腰", "herniated")


def test_learning_twice_stores_once(dictionary):
    before = spelling.Spelling.objects.count()
    spelling.learn({"herniated"})
    assert spelling.Spelling.objects.count() == before
