"""The outline of a text."""

import json

from pages.outline import make_anchor, outline

from .factories import body_of, heading, paragraph, stream, text_of


def contents_of(*blocks, above=1):
    return outline(body_of(*blocks), above=above).contents


def anchors_of(raw):
    return [part.anchor for part in outline(text_of(raw)).parts]


def test_renaming_one_heading_does_not_change_the_other_anchors():
    raw = json.loads(stream(heading("Same"), heading("Same"), heading("Other")))
    before = anchors_of(raw)
    raw[0]["value"]["text"] = "Renamed"
    after = anchors_of(raw)
    assert after[0] != before[0]
    assert after[1:] == before[1:]


def test_moving_a_heading_does_not_change_any_anchor():
    raw = json.loads(stream(heading("One"), heading("Two"), paragraph()))
    assert set(anchors_of(raw)) == set(anchors_of(raw[::-1]))


def test_two_headings_of_the_same_words_have_two_anchors():
    first, second = contents_of(heading("Risks"), heading("Risks"))
    assert first.anchor != second.anchor


def test_a_chinese_heading_has_a_readable_anchor():
    (entry,) = contents_of(heading("什么是干细胞？"))
    assert entry.anchor.startswith("shenmeshiganxibao-")


def test_a_heading_of_signs_alone_still_has_an_anchor():
    assert make_anchor("？？？", "abcdef12-3456") == "part-abcdef"


def test_a_part_of_a_section_stands_below_its_section_in_the_contents():
    (section,) = contents_of(heading("Section"), heading("Part", "3"))
    assert [child.text for child in section.children] == ["Part"]


def test_a_detail_is_not_listed():
    (section,) = contents_of(heading("Section"), heading("Part", "3"), heading("Detail", "4"))
    assert not section.children[0].children


def test_levels_never_skip_one():
    parts = outline(body_of(heading("Section"), heading("Detail", "4"))).parts
    assert [part.level for part in parts] == [2, 3]


def test_inside_a_titled_section_headings_start_one_level_lower():
    parts = outline(body_of(heading("Section")), above=2).parts
    assert [part.level for part in parts] == [3]


def test_a_box_stands_one_level_below_the_heading_before_it():
    warning = ("warning", {"title": "Careful", "body": "<p>x</p>"})
    parts = outline(body_of(warning, heading("Section"), warning)).parts
    assert [part.level for part in parts] == [2, 2, 3]


def test_questions_are_listed_like_headings():
    question = ("question", {"question": "Will it heal?", "answer": "<p>Often.</p>"})
    (section,) = contents_of(heading("Questions"), question)
    assert [child.text for child in section.children] == ["Will it heal?"]


def test_a_text_of_three_hundred_headings_has_three_hundred_anchors():
    contents = contents_of(*(heading(f"Heading {number % 7}") for number in range(300)))
    assert len({entry.anchor for entry in contents}) == 300


def test_no_text_gives_an_empty_outline():
    assert outline(body_of()).contents == []
