"""One analysis for what is stored and for what is asked."""

import pytest

from pages.search.analysis import analyse, fold, heads, initials, pinyin, typed_words, words_to_store


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Herniated discs", "herniated DISC"),
        ("ＭＲＩ", "mri"),
        ("naïve", "naive"),
        ("Crohn’s disease", "crohn disease"),
        ("Alzheimer's", "Alzheimer"),
    ],
)
def test_ways_to_write_the_same_word_are_one(one, other):
    assert analyse(one).core == analyse(other).core


def test_chinese_is_cut_into_pairs_that_overlap():
    assert analyse("椎间盘").core == ["椎间", "间盘"]


def test_longer_chinese_words_only_help_to_rank():
    assert analyse("干细胞").extra == ["干细胞"]


def test_mixed_text_keeps_both_scripts():
    assert analyse("MRI检查").core == ["mri", "检查"]


def test_a_hyphenated_word_is_also_found_as_one():
    assert analyse("x-ray").extra == ["xray"]


def test_letters_and_digits_are_also_found_apart():
    assert analyse("MPS7").extra == ["mps", "7"]


def test_the_last_character_is_stored_so_that_each_is_found_alone():
    assert "症" in words_to_store("突出症")


def test_pinyin_begins_at_each_word_and_has_initials():
    assert {"yaotong", "yt"} <= set(pinyin("腰痛"))


def test_initials_of_a_name_leave_out_small_words():
    assert "adhd" in initials("Attention deficit hyperactivity disorder")
    assert "lp" in initials("Loss of the pulse")


def test_heads_are_never_mistaken_for_words():
    assert not set(heads("herniated")) & set(words_to_store("herniated herni"))


def test_only_punctuation_is_nothing():
    assert analyse("…?! \"'*") == ([], [])


def test_what_is_typed_is_not_stemmed():
    assert typed_words("Slipped Disc") == ["slipped", "disc"]


def test_folding_twice_changes_nothing():
    for text in ["Ǆ ß İ ﬁ ㎏", "腰椎", "Ωmega"]:
        assert fold(fold(text)) == fold(text)
