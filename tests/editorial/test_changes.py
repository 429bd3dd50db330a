"""A typo is no change of substance."""

import pytest

from articles.models import ArticlePage
from editorial.changes import is_material, words_of

pytestmark = pytest.mark.django_db


def words(text):
    return words_of(ArticlePage(title="Title", body=[("paragraph", f"<p>{text}</p>")]))


def changed(before, after):
    return is_material(words(before), words(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Excercise may help.", "Exercise may help."),
        ("Exercise  may help!", "Exercise may help."),
        ("Excercise and massge help.", "Exercise and massage help."),
        ("May help exercise.", "Exercise may help."),
        ("<b>Exercise</b> may help.", "Exercise may help."),
    ],
)
def test_spelling_and_marks_are_not(before, after):
    assert not changed(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Exercise may help.", "Exercise does not help."),
        ("Rest for 2 days.", "Rest for 3 days."),
        ("It can help.", "It cannot help."),
        ("Exercise may help.", "Exercise may help. See a doctor."),
        ("Heat helps.", "Cold helps."),
        ("这种方法有效。", "这种方法无效。"),
        ("每天一次。", "每天两次。"),
    ],
)
def test_words_numbers_and_negations_are(before, after):
    assert changed(before, after)


def test_six_misspelt_words_are_looked_at_by_a_person():
    assert changed("aaaax bbbbx ccccx ddddx eeeex ffffx", "aaaay bbbby ccccy ddddy eeeey ffffy")
