"""Plain text becomes blocks."""

import pytest

from demo.bodies import list_to_rich_text, to_blocks, to_rich_text
from demo.content_files import ContentError
from pages.blocks import BodyStreamBlock

from .factories import FakeScope


def blocks(text):
    return [(block["type"], block["value"]) for block in to_blocks(text, FakeScope())]


def test_headings_paragraphs_and_lists_are_told_apart():
    types = [kind for kind, _value in blocks("## Head\n\nOne\nline.\n\nTwo.\n\n- a\n- b\n\n1. c")]
    assert types == ["heading", "paragraph", "list", "list"]


def test_paragraphs_that_follow_each_other_are_one_text():
    assert blocks("One\nline.\n\nTwo.") == [("paragraph", "<p>One line.</p><p>Two.</p>")]


@pytest.mark.parametrize("entry", ["- **Label.** Text", "- **Label:** Text", "- **Label：** Text"])
def test_a_bold_beginning_is_the_label_of_an_entry(entry):
    [(_kind, value)] = blocks(entry)
    assert value["kind"] == "bullets"
    assert value["items"][0] == {"label": "Label", "text": "<p>Text</p>"}


def test_steps_keep_their_order_in_markup():
    [(_kind, value)] = blocks("::: steps\n1. First\n2. Second\n:::")
    assert value["kind"] == "steps"
    assert [item["text"] for item in value["items"]] == ["<p>First</p>", "<p>Second</p>"]


def test_a_care_card_has_level_title_and_text():
    [(kind, value)] = blocks("::: care urgent | Today if\n- it hurts\n\nAsk.\n:::")
    assert kind == "care_card"
    assert value == {"level": "urgent", "title": "Today if", "body": "<ul><li>it hurts</li></ul><p>Ask.</p>"}


def test_a_table_has_a_caption_heads_and_rows():
    [(kind, value)] = blocks("::: table heads | Caption\n| A | B |\n| 1 | 2 |\n:::")
    assert (kind, value["caption"], value["row_headers"]) == ("table", "Caption", True)
    assert [column["heading"] for column in value["table"]["columns"]] == ["A", "B"]
    assert value["table"]["rows"] == [{"values": ["1", "2"]}]


def test_a_quotation_names_person_and_role():
    [(_kind, value)] = blocks("::: quote | Mei | Reader\nTwo\nlines.\n:::")
    assert value == {"text": "Two lines.", "person": "Mei", "role": "Reader"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("::: steps\n1. First", "has no end"),
        ("::: nonsense\nText\n:::", "no box called “nonsense”"),
        ("- first\nnot an entry", "without “- ”"),
        ("::: table | T\n| A | B |\n| 1 |\n:::", "unequal length"),
    ],
)
def test_a_mistake_names_file_and_place(text, message):
    with pytest.raises(ContentError, match=f"^en/articles/test: .*{message}"):
        to_blocks(text, FakeScope())


def test_rich_text_holds_paragraphs_and_lists():
    assert to_rich_text("One.\n\n1. a\n2. b", FakeScope()) == "<p>One.</p><ol><li>a</li><li>b</li></ol>"


def test_a_list_of_lines_becomes_bullets_and_a_string_a_paragraph():
    assert list_to_rich_text(["a", "b"], FakeScope()) == "<ul><li>a</li><li>b</li></ul>"
    assert list_to_rich_text("a", FakeScope()) == "<p>a</p>"


def test_the_words_of_a_list_survive_being_stored():
    stored = to_blocks("- **Label.** Text", FakeScope())
    html = BodyStreamBlock().to_python(stored).render_as_block()
    assert "Label" in html
    assert "Text" in html


def test_the_block_reads_every_entry_of_a_list():
    raw = to_blocks("- **Label.** Text\n- Only text", FakeScope())
    [block] = BodyStreamBlock().to_python(raw)
    assert [(item["label"], str(item["text"].source)) for item in block.value["items"]] == [
        ("Label", "<p>Text</p>"),
        ("", "<p>Only text</p>"),
    ]
