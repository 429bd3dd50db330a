"""The title is found, or proposed and marked: never invented silently."""

import pytest

from .reading import entries, headings, read

TEXT = "This is a sentence of running text that is long enough to be a body."


@pytest.mark.parametrize(
    "title", ["How to Swim", "怎样学会游泳", "Can children learn to swim at four?", "Swimming: a short guide"]
)
def test_the_first_line_is_the_title(title):
    page = read(f"\n{title}\n\n{TEXT}\n\n{TEXT}")
    assert (page.title, page.title_is_proposed) == (title, False)


def test_a_label_before_the_title_is_left_out():
    assert read(f"Title: How to swim\n\n{TEXT}").title == "How to swim"


def test_a_repeated_title_is_removed():
    page = read(f"How to swim\nHow to swim\n\n{TEXT}")
    assert headings(page) == []
    assert len(entries(page, "repeated_title")) == 1


def test_a_section_name_is_no_title():
    page = read(f"Introduction\n\n{TEXT}\n\nWarm water\n\n{TEXT}")
    assert (page.title, page.title_is_proposed) == ("Warm water", True)


def test_without_questions_and_headings_the_first_words_are_proposed():
    page = read(f"{TEXT} {TEXT}")
    assert page.title_is_proposed
    assert TEXT.startswith(page.title)


def test_a_text_of_signs_only_takes_the_name_of_the_file():
    page = read("!!!\n???", "swimming.txt")
    assert (page.title, page.title_is_proposed) == ("swimming.txt", True)


def test_a_framed_line_before_the_title_is_the_section():
    page = read(f"Menu\nWarm Water\nClose\n\nSwimming in Warm Water\n\n{TEXT}\n\n{TEXT}")
    assert (page.section, page.title) == ("Warm Water", "Swimming in Warm Water")


def test_two_topics_of_one_name_are_title_and_heading():
    page = read(f"Knee Pain\n\nCauses of Knee Pain\n\n{TEXT}\n\nSymptoms of Knee Pain\n\n{TEXT}")
    assert page.title == "Knee Pain"
    assert headings(page) == ["Causes of Knee Pain", "Symptoms of Knee Pain"]


@pytest.mark.parametrize(
    "question",
    [
        "My knee hurts when I climb stairs. What can I do about it?",
        "膝盖疼了三个月，上楼很困难，请问怎样才能好转？",
    ],
)
def test_a_told_question_under_the_title_is_the_readers(question):
    page = read(f"Knee pain and stairs\n{question}\n\n{TEXT}")
    assert page.question.text == question


def test_a_short_question_under_the_title_is_a_heading():
    page = read(f"Knee pain and stairs\nWhat is a knee?\n{TEXT}")
    assert page.question is None
    assert headings(page) == ["What is a knee?"]
