"""A Chinese title breaks between words; every other text is only escaped."""

import pytest

from pages.phrases import phrased, phrases

pytest.importorskip("rjieba")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("股骨头坏死：正在使用的治疗", "股骨头|坏死：|正在|使用的|治疗"),
        ("按摩能把椎间盘推回去吗？", "按摩|能把椎间盘|推回去吗？"),
        ("治疗旁边的“未评估”是什么意思", "治疗|旁边的|“未评估”|是什么|意思"),
    ],
)
def test_particles_marks_and_short_words_stay_with_their_neighbours(title, expected):
    assert "|".join(phrases(title)) == expected


def test_nothing_is_lost_or_added():
    title = " NICE 指南 2021：“腰椎” <b>&  术后1年 "
    assert "".join(phrases(title)) == title


def test_words_are_marked_and_escaped():
    assert phrased("椎间盘<b>突出") == '<span class="phrases">椎间盘<wbr>&lt;b&gt;<wbr>突出</span>'


def test_a_text_without_chinese_is_only_escaped():
    assert phrased("Cold & “flu”") == "Cold &amp; “flu”"
