"""Names of any script have one place in a list from A to Z."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from pages.pinyin import initial, sort_key, syllables
from pages.pinyin_words import Beginnings, Signs, Words, load


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


def filled(held, text):
    held.fill(text)
    return held


def dictionary(name):
    return Path(find_spec("pypinyin").origin).with_name(f"{name}.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def readings():
    return json.loads(dictionary("phrases_dict"))


@pytest.fixture(scope="module")
def words():
    return filled(Words(), dictionary("phrases_dict"))


def test_every_word_is_read_as_pypinyin_reads_it(words, readings):
    assert sorted(words.keys()) == sorted(readings)
    assert all(word in words and words[word] == reading for word, reading in readings.items())
    assert isinstance(load().constants.PHRASES_DICT, Words)


def test_no_other_word_is_there(words, readings):
    others = {word[:-1] for word in readings} | {f"{word}的" for word in readings} | {"", "a"}
    assert not [word for word in others - readings.keys() if word in words]
    with pytest.raises(KeyError):
        words["没有这个词"]


def test_a_word_may_be_read_otherwise(words):
    assert words
    assert not Words()
    own = filled(Words(), '{"长期": [["cháng"], ["qī"]]}')
    own.update({"长期": [["zhǎng"], ["qī"]], "新词": [["xīn"], ["cí"]]})
    assert own["长期"] == [["zhǎng"], ["qī"]]
    assert sorted(own.keys()) == ["新词", "长期"]
    assert "新" in Beginnings(own)


def test_words_are_found_by_their_beginnings_as_pypinyin_finds_them(words, readings):
    theirs, ours = load().seg.mmseg.PrefixSet(), Beginnings(words)
    theirs.train(readings)
    assert all(beginning in ours for beginning in theirs._set)
    assert not [word for word in readings if (f"{word}的" in ours) != (f"{word}的" in theirs)]
    assert "" not in Beginnings(Words())
    assert isinstance(load().seg.mmseg.seg._prefix_set, Beginnings)


def test_every_sign_is_read_as_pypinyin_reads_it():
    theirs = {int(code): reading for code, reading in json.loads(dictionary("pinyin_dict")).items()}
    ours = load().constants.PINYIN_DICT
    assert isinstance(ours, Signs)
    assert all(code in ours and ours[code] == reading for code, reading in theirs.items())
    assert not [code for code in range(max(theirs) + 10) if (code in ours) != (code in theirs)]


def test_a_sign_may_be_read_otherwise():
    signs = filled(Signs(), '{"22909": "hǎo,hào"}')
    signs.update({22909: "hào", 22910: "shuò"})
    assert (signs[22909], signs[22910]) == ("hào", "shuò")
    with pytest.raises(KeyError):
        signs[22911]
