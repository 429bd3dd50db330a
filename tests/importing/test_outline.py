"""Headings, lists and numbers of pages of many kinds."""

import pytest

from .reading import entries, headings, labels, lists, paragraphs, read, texts
from .samples import CHINESE, NUMBERED_TEXT, ONE_LINE, TREATMENTS_ENGLISH

INTRO = "A Title\n\nThis is a sentence of running text that is long enough to be a body.\n\n"


def test_numbered_headings_nest_under_the_section_they_follow():
    page = read(TREATMENTS_ENGLISH)
    assert headings(page, 2) == ["Standard Treatment Methods", "New Treatment Methods", "Summary"]
    assert headings(page, 3)[:2] == ["Rest and Activity Changes", "Elbow Brace"]


def test_chinese_numbers_make_headings_and_lists():
    page = read(CHINESE)
    assert headings(page) == ["常规治疗", "新型治疗"]
    assert labels(lists(page)[0]) == ["休息", "热敷"]


def test_one_line_is_split_at_its_questions_and_its_lost_heading():
    page = read(ONE_LINE)
    assert [text.split("?")[0] for text in paragraphs(page) if "?" in text] == [
        "Can swimming replace walking",
        "But should everybody swim with knee arthritis",
    ]
    assert headings(page) == ["Cold water needs more care"]


def test_a_numbered_part_gives_headings_of_the_next_level():
    page = read(NUMBERED_TEXT)
    assert headings(page, 2) == ["Care at home", "Care in a clinic"]
    assert headings(page, 3) == ["Cold packs", "Gentle movement", "Signs to watch"]


def test_a_heading_taken_from_a_sentence_is_proposed_and_leaves_the_sentence_whole():
    page = read(NUMBERED_TEXT)
    (entry,) = entries(page, "derived_heading")
    assert entry.result == "Gentle movement"
    assert any(text.startswith("Gentle movement can") for text in paragraphs(page))


def test_steps_become_a_list_of_steps():
    steps = lists(read(NUMBERED_TEXT))[-1]
    assert steps.kind == "steps"
    assert texts(steps) == ["Rest the ankle for two days.", "Begin to walk on even ground."]


@pytest.mark.parametrize(
    "signs",
    [
        ("1. ", "2. ", "3. "),
        ("1、", "2、", "3、"),
        ("1) ", "2) ", "3) "),
        ("(1) ", "(2) ", "(3) "),
        ("（1）", "（2）", "（3）"),
        ("①", "②", "③"),
        ("a) ", "b) ", "c) "),
        ("一、", "二、", "三、"),
        ("（一）", "（二）", "（三）"),
        ("第一，", "第二，", "第三，"),
    ],
)
def test_each_numbering_style_becomes_a_list(signs):
    entries_of_list = ["drink some water.", "sit down for a moment.", "call a friend."]
    page = read(INTRO + "\n".join(sign + text for sign, text in zip(signs, entries_of_list, strict=True)))
    (listing,) = lists(page)
    assert listing.kind == "numbers"
    assert texts(listing) == entries_of_list


@pytest.mark.parametrize(
    "signs", [("Step one: ", "Step 2: "), ("Step 1. ", "Step 2. "), ("第一步：", "第2步：")]
)
def test_each_style_of_steps_becomes_steps(signs):
    page = read(INTRO + f"{signs[0]}open the window.\n\n{signs[1]}breathe in.")
    assert [(listing.kind, len(listing.items)) for listing in lists(page)] == [("steps", 2)]


def test_bullets_become_a_list_and_every_sign_is_in_the_ledger():
    page = read(INTRO + "• drink water\n• sit down")
    assert lists(page)[0].kind == "bullets"
    assert len(entries(page, "number_from_markup")) == 2


def test_labels_before_a_colon_become_bold():
    page = read(INTRO + "1. Warm bath: it takes ten minutes.\n2. Light meal: it should be small.")
    assert labels(lists(page)[0]) == ["Warm bath", "Light meal"]


def test_a_list_inside_a_list_stays_inside():
    page = read(INTRO + "1. Pack a bag:\n(1) a towel\n(2) some soap\n2. Walk to the pool.")
    first, _second = lists(page)[0].items
    assert [len(listing.items) for listing in first.lists] == [2]


def test_circled_numbers_inside_a_sentence_become_a_list_and_the_rest_stays_text():
    page = read(INTRO + "Pack these: ① a towel; ② soap; ③ a comb. Then you can leave the house.")
    assert texts(lists(page)[0]) == ["a towel", "soap", "a comb."]
    assert paragraphs(page)[-1] == "Then you can leave the house."


def test_a_gap_in_the_numbers_is_pointed_out():
    page = read(INTRO + "1. drink water.\n2. sit down.\n4. call a friend.")
    (gap,) = entries(page, "numbering_gap")
    assert gap.details == {"number": 4}


def test_a_single_number_at_a_line_is_text():
    page = read(INTRO + "3. That was the number of the bus, and nothing else was written there.")
    assert lists(page) == []


def test_a_number_with_decimals_is_no_list():
    page = read(INTRO + "1.5 litres are enough for most people.\n2.5 litres are more than most people need.")
    assert lists(page) == []


def test_broken_lines_are_joined():
    page = read(
        "A Title\n\nThis sentence was broken by a program that cut its lines\nafter sixty characters."
    )
    assert paragraphs(page) == [
        "This sentence was broken by a program that cut its lines after sixty characters."
    ]
    assert len(entries(page, "joined_lines")) == 1


def test_text_after_a_list_is_no_part_of_its_last_entry():
    page = read(
        INTRO + "1. drink water.\n2. sit down.\n\nAfter that most people feel better within the hour."
    )
    assert len(lists(page)[0].items[-1].texts) == 1


def test_names_in_the_middle_of_a_sentence_cut_no_heading():
    page = read("A Title\n\nThe report was published in The Lancet last year and was read by many people.")
    assert headings(page) == []


def test_a_question_with_its_answer_below_becomes_a_heading():
    page = read(
        INTRO + "How long does it take?\nIt takes about ten minutes for most people who try it at home."
    )
    assert headings(page) == ["How long does it take?"]


def test_a_page_of_questions_and_answers_loses_only_its_labels():
    page = read(
        "Swimming\n\nQ: Is it hard to learn?\nA: It is not hard for most people.\n"
        "Q: Is it cold outside?\nA: It depends on the day and on the place."
    )
    assert [*headings(page), page.question.text] == ["Is it cold outside?", "Is it hard to learn?"]
    assert len(entries(page, "question_label")) == 4
