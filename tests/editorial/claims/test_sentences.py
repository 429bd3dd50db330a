"""Where sentences end."""

import pytest

from editorial.claims.sentences import MAX_SENTENCE, split_sentences


def parts(text):
    """The sentences of a text."""
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Lee saw 2.5 million people, e.g. at St. Mary.",
        "It rose by 3.2 percent (cf. Fig. 4) in the U.S. last year.",
        "Give 0.5 ml at L4-5.",
        "1. Bed rest",
        "他说“会好”并且离开。",
    ],
)
def test_these_are_one_sentence(text):
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ('He said: "It works." Then he left.', ['He said: "It works."', "Then he left."]),
        (
            "第一句。第二句！第三句？第四句；第五句",
            ["第一句。", "第二句！", "第三句？", "第四句；", "第五句"],
        ),
        ("他说：“好了。”她笑了。", ["他说：“好了。”", "她笑了。"]),
        (
            "Pain fell.[3] It came back. [4] Then no more.",
            ["Pain fell.[3]", "It came back. [4]", "Then no more."],
        ),
        ("Heading\nA line\nAnother", ["Heading", "A line", "Another"]),
        ("It goes on\nand on.", ["It goes on\nand on."]),
        ("  \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert parts(text) == expected


def test_positions_and_lines_point_into_the_text():
    text = "First line.\n\n  Second one. 第三句。"
    for sentence in split_sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
    assert [sentence.line for sentence in split_sentences(text)] == [1, 3, 3]


def test_a_text_without_full_stops_is_cut():
    assert all(len(part) <= MAX_SENTENCE for part in parts("word " * 5000))
    assert all(len(part) <= MAX_SENTENCE for part in parts("字" * 5000))


@pytest.mark.parametrize(
    ("text", "alone"),
    [("What is it", True), ("It is a disc.", False), ("治疗方法", True), ("这是一句话。", False)],
)
def test_a_short_line_without_a_full_stop_is_a_heading(text, alone):
    assert split_sentences(text)[0].is_heading is alone
