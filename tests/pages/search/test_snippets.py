"""The part of a text that is shown, and what is marked in it."""

from time import perf_counter

import pytest

from pages.models import StandardPage
from pages.search.snippets import LENGTH, best_window, marked, page_text, places, words_of


def window(text, query):
    """Give the part (str) of `text` that is shown for `query`."""
    return best_window(text, places(text, words_of(query)))


def test_forms_of_a_word_are_marked():
    assert marked("Slipped discs", words_of("slip disc")) == "<mark>Slipped</mark> <mark>discs</mark>"


def test_neighbouring_chinese_pairs_are_marked_as_one():
    assert marked("造血干细胞移植", words_of("干细胞")) == "造血<mark>干细胞</mark>移植"


def test_markup_in_a_text_stays_text():
    assert marked("<b>disc</b>", words_of("disc")) == "&lt;b&gt;<mark>disc</mark>&lt;/b&gt;"


def test_the_part_with_the_most_words_is_shown():
    text = "pain " + "filler " * 100 + "here are nerve and pain together. " + "filler " * 100
    assert "nerve and pain" in window(text, "nerve pain")


def test_no_word_is_cut():
    shown = window("abcdefghij " * 60 + "nerve " + "abcdefghij " * 60, "nerve")
    assert set(shown.strip("…").split()) <= {"abcdefghij", "nerve"}


def test_a_short_text_is_shown_whole():
    assert window("Short text.", "nothing") == "Short text."


def test_a_chinese_part_is_half_as_long():
    assert len(window("腰痛" * 300, "腰痛")) < LENGTH // 2 + 10


@pytest.mark.parametrize("text", ["a" * 100_000, "腰" * 100_000, "a-" * 50_000, "a'" * 50_000, " " * 100_000])
def test_no_text_takes_long(text):
    start = perf_counter()
    marked(window(text[:30_000], "a 腰"), words_of("a 腰"))
    assert perf_counter() - start < 2


def test_a_part_begins_with_a_word_and_not_with_a_full_stop():
    text = "filler " * 20 + "filler. Then the nerve " + "filler " * 40
    assert window(text, "nerve")[1].isalpha()


@pytest.mark.django_db
def test_chinese_sentences_stand_together():
    page = StandardPage(title="x", summary="第一句。 第二句。 MRI 检查。")
    assert page_text(page) == "第一句。第二句。 MRI 检查。"
