"""Names of any script have one place in a list from A to Z."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from pages.pinyin import initial, sort_key, syllables
from pages.pinyin_words import FILE, Beginnings, Words, load, read


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("asthma", "A"),
        ("Éczema", "E"),
        ("β-thalassaemia", "B"),
        ("腰椎间盘突出症", "Y"),
        ("长新冠", "C"),
        ("痤疮", "C"),
        ("重症肌无力", "Z"),
        ("单纯疱疹", "D"),
        ("2型糖尿病", "#"),
        ("(unnamed)", "#"),
        (" ", "#"),
        ("", "#"),
    ],
)
def test_a_name_stands_under_its_initial(name, letter):
    assert initial(name) == letter


def test_a_character_is_read_as_in_its_word():
    assert syllables("脑卒中") == ["nao", "cu", "zhong"]
    assert syllables("长期") == ["chang", "qi"]


def test_both_scripts_are_sorted_together():
    assert sorted(["腰痛", "Zoster", "asthma", "癌"], key=sort_key) == ["癌", "asthma", "腰痛", "Zoster"]


def test_a_u_with_dots_is_typed_as_v():
    assert syllables("绿") == ["lv"]


def test_every_word_is_read_as_pypinyin_reads_it():
    file = Path(find_spec("pypinyin").origin).with_name(FILE)
    readings, text = json.loads(file.read_text(encoding="utf-8")), file.read_text(encoding="utf-8")
    words = Words()
    read(words, text)
    assert words.keys() == readings.keys()
    assert all(words[word] == reading for word, reading in readings.items())
    assert isinstance(load().constants.PHRASES_DICT, Words)


def test_words_are_found_by_their_beginnings_as_pypinyin_finds_them():
    module = load()
    words = module.constants.PHRASES_DICT
    theirs, ours = module.seg.mmseg.PrefixSet(), Beginnings()
    theirs.train(words)
    ours.train(words)
    assert all(beginning in ours for beginning in theirs._set)
    assert not [word for word in words if (f"{word}的" in ours) != (f"{word}的" in theirs)]
    assert "" not in Beginnings()
    assert isinstance(module.seg.mmseg.seg._prefix_set, Beginnings)
