"""Rules that look for the words of editors' lists."""

import pytest

import comments.words
from comments.guard import Outcome, examine
from comments.guard.words import banned_words, reserved_names, safeguarding, suspect_words
from comments.models import WordList
from comments.words import find_words, split_at
from tests.comments.factories import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def words(db):
    """Add a word list."""

    def add(kind, text, **fields):
        return WordList.objects.create(name=f"{kind} {text[:20]}", kind=kind, words=text, **fields)

    WordList.objects.all().delete()
    return add


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("What an ass.", True),
        ("A classic assessment", False),
        ("ASS!", True),
        ("加ass微信", True),
        ("Scunthorpe has a massive hospital", False),
    ],
)
def test_only_whole_words_match(article, words, body, found):
    words("suspect", "ass\ncunt")
    answer = suspect_words(make_draft(article, body=body))
    assert (answer.outcome == Outcome.HELD) == found


@pytest.mark.parametrize(("body", "found"), [("大家去代购", True), ("第二代购物中心", False)])
def test_a_chinese_word_matches_only_where_words_begin_and_end(article, words, body, found):
    words("suspect", "代购")
    assert (suspect_words(make_draft(article, body=body)).outcome == Outcome.HELD) == found


def test_the_matched_word_is_told(article, words):
    words("suspect", "miracle\nfree money")
    assert suspect_words(make_draft(article, body="Get FREE   money")).detail == "free money"


def test_a_banned_word_hands_the_text_back_and_names_it(article, words):
    words("banned", "quack")
    answer = banned_words(make_draft(article, body="You quack!"))
    assert answer.outcome == Outcome.REFUSED
    assert "quack" in answer.message


def test_a_list_not_in_use_matches_nothing(article, words):
    words("banned", "quack", active=False)
    assert banned_words(make_draft(article, body="You quack!")).outcome == Outcome.ALLOWED


@pytest.mark.parametrize("name", ["Admin", "АDMIN", "a d m i n", "Аdmіn", "Adm1n", "管理员"])
def test_reserved_names_are_refused_also_with_look_alikes(article, words, name):
    words("reserved", "admin\n管理员")
    assert reserved_names(make_draft(article, name=name)).outcome == Outcome.REFUSED


def test_a_name_that_only_contains_a_reserved_one_passes(article, words):
    words("reserved", "admin")
    assert reserved_names(make_draft(article, name="Administrata")).outcome == Outcome.ALLOWED


@pytest.mark.parametrize(
    "body", ["I want to die.", "i WANT  to die", "我真的不想活了", "I don’t want to live"]
)
def test_words_of_danger_are_held_on_top_in_both_languages(article, words, body):
    words("safeguarding", "want to die\n不想活\ndont want to live", level=3)
    answer = safeguarding(make_draft(article, body=body))
    assert (answer.outcome, answer.lane, answer.risk) == (Outcome.HELD, "safeguarding", 3)


def test_the_highest_level_counts(article, words):
    words("safeguarding", "hopeless", level=1)
    words("safeguarding", "goodbye forever", level=4)
    assert safeguarding(make_draft(article, body="Hopeless. Goodbye forever.")).risk == 4


def test_nobody_in_danger_is_refused_by_a_banned_word(article, words):
    words("safeguarding", "want to die", level=3)
    words("banned", "damn")
    verdict = examine(make_draft(article, body="Damn it, I want to die."))
    assert (verdict.outcome, verdict.lane) == (Outcome.HELD, "safeguarding")


def test_nobody_in_danger_is_refused_by_the_hidden_field(article, words):
    words("safeguarding", "want to die", level=3)
    verdict = examine(make_draft(article, body="I want to die.", honeypot="x"))
    assert verdict.outcome == Outcome.HELD


def test_what_was_found_is_marked_as_it_was_typed():
    pieces = split_at("I can’t  go on", ["cant go on"])
    assert pieces == [("I ", False), ("can’t  go on", True)]


def test_a_text_without_any_of_the_words_is_not_searched_by_expression(monkeypatch):
    assert find_words("I want to die", ("want to die",)) == ["want to die"]
    monkeypatch.setattr(comments.words, "_compiled", None)
    assert find_words("I want to live", ("want to die", "不想活", "")) == []
