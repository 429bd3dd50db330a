"""Reading time and teasers, in both scripts."""

import pytest

from pages.reading import reading_minutes, teaser


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("word " * 238, 1), ("word " * 2380, 10), ("字" * 390, 1), ("字" * 3900, 10), ("", 1)],
)
def test_reading_time_counts_words_and_characters(text, minutes):
    assert reading_minutes([text]) == minutes


def test_markup_is_not_read():
    assert reading_minutes(['<p class="' + "x " * 5000 + '">one</p>']) == 1


def test_a_short_text_is_shown_whole():
    assert teaser("A short title", 20) == "A short title"


def test_a_teaser_ends_at_a_word_with_one_ellipsis():
    cut = teaser("When a patient suffers from lumbar disc herniation", 44)
    assert cut == "When a patient suffers from lumbar disc…"


def test_a_word_that_ends_at_the_cut_is_kept_whole():
    assert teaser("one two three", 8) == "one two…"


def test_an_ellipsis_already_there_is_not_doubled():
    assert teaser("one two three…", 13) == "one two three"


def test_chinese_is_cut_between_characters():
    assert teaser("干细胞治疗腰椎间盘突出的证据说了什么", 10) == "干细胞治疗腰椎间盘…"


def test_a_latin_word_inside_chinese_is_not_broken():
    assert teaser("使用hydrocortisone治疗", 8) == "使用…"


def test_one_word_longer_than_the_space_is_cut_inside():
    assert teaser("x" * 50, 10) == "x" * 9 + "…"


def test_half_a_declaration_is_text_like_any_other():
    assert teaser("<![ 5 < 6") == "<![ 5 < 6"
    assert teaser("5 < 6 and <b>bold</b>") == "5 < 6 and bold"
