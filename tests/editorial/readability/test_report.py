"""Editors learn how hard a text is to read, in words, in figures and by its hardest sentences."""

import pytest

from editorial.claims.sentences import split_sentences
from editorial.readability import chinese, english
from editorial.readability.report import ENOUGH_WORDS, readings, readings_of
from tests.articles.factories import make_article
from tests.needs import SHARED
from tests.pages.factories import paragraph, stream

EASY = "The cat sat on the mat. It was warm and dry. The dog ran to the cat. They sat in the sun. "
HARD = (
    "Multidisciplinary rehabilitation necessitates individualized physiotherapeutic interventions "
    "notwithstanding considerable interindividual variability. "
)


def read(text):
    """Give {language: Reading} of a text."""
    sentences = [(item.text, "text") for item in split_sentences(text) if not item.is_heading]
    return {reading.language: reading for reading in readings(sentences)}


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("cat", 1),
        ("the", 1),
        ("people", 2),
        ("table", 2),
        ("treatment", 2),
        ("medicine", 3),
        ("osteonecrosis", 6),
        ("science", 2),
        ("changes", 2),
        ("walked", 1),
        ("wanted", 2),
        ("doctor's", 2),
    ],
)
def test_syllables_are_counted(word, number):
    assert english.syllables(word) == number


def test_the_formulas_are_those_of_their_authors():
    assert english.ease(100, 5, 150) == pytest.approx(206.835 - 20.3 - 126.9)
    assert english.grade(100, 5, 150) == pytest.approx(7.8 + 17.7 - 15.59)


@pytest.mark.parametrize(
    ("value", "words"),
    [(60, "plain"), (59.9, "fairly hard"), (30, "hard"), (29.9, "very hard"), (90, "very easy")],
)
def test_a_band_begins_at_its_limit(value, words):
    assert str(english.band(value)) == words


@pytest.mark.parametrize(
    ("length", "share", "words"),
    [(15, 1, "very easy"), (15.1, 1, "easy"), (15, 1.1, "easy"), (43, 0, "very hard")],
)
def test_a_chinese_band_looks_at_length_and_words(length, share, words):
    assert str(chinese.band(length, share)) == words


def test_easy_and_hard_english_are_told_apart():
    assert read(EASY * 3)["English"].band == "very easy"
    assert read(HARD * 4)["English"].band == "very hard"


def test_easy_and_hard_chinese_are_told_apart():
    assert read("多走路。少久坐。痛了就休息。问问医生。" * 4)["Chinese"].band == "very easy"
    long_one = (
        "股骨头坏死系指多种病因所致缺血引起骨细胞坏死以及随后修复进而导致股骨头结构改变塌陷和功能障碍的疾病。"
    )
    assert read(long_one * 2)["Chinese"].band == "very hard"


@pytest.mark.parametrize("text", ["", "   \n", "。！？", "…", "😀"])
def test_no_text_gives_no_reading(text):
    assert read(text) == {}


def test_a_short_text_is_not_judged():
    reading = read("Walk a little every day. " * 5)["English"]
    assert (reading.band, reading.hardest) == ("", [])
    assert int({str(name): value for name, value in reading.figures}["Words"]) < ENOUGH_WORDS


def test_a_mixed_text_is_read_in_both_languages():
    found = read(EASY * 3 + "\n" + "多走路有好处。每天走一点。" * 4)
    assert set(found) == {"English", "Chinese"}


def test_abbreviations_and_decimals_end_no_sentence():
    text = "Dr. Lee gave 2.5 mg, e.g. in the evening, to her patient. "
    assert {str(n): v for n, v in read(text * 4)["English"].figures}["Sentences"] == "4"


def test_numbers_count_as_words():
    assert english.count("2 of 10,000 people") == (4, 5)


def test_the_hardest_sentence_comes_first_and_says_why():
    hardest = read(EASY * 3 + HARD)["English"].hardest
    assert hardest[0].text == HARD.strip()
    assert "syllables a word" in hardest[0].why
    assert len(hardest) == 5


def test_a_page_is_read_with_the_name_of_the_field(tree):
    article = make_article(tree.articles, body=stream(paragraph(f"<p>{HARD * 4}</p>")))
    (reading,) = readings_of(article)
    assert (reading.band, reading.hardest[0].label) == ("very hard", "text")


@pytest.mark.needs("seeds")
def test_the_source_pages_are_hard_and_the_question_the_least():
    eases = {}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        figures = {str(name): value for name, value in read(path.read_text())["English"].figures}
        eases[path.name[:3]] = int(figures["Flesch Reading Ease (higher is easier)"])
    assert max(eases.values()) < 50
    assert max(eases, key=eases.get) == "004"
