"""Nothing is lost and nothing is invented, whatever the text."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importing.pipeline.accounting import draft_fragments, invented, unaccounted
from tests.corpora import naughty

from .reading import entries, read
from .samples import CHINESE, NUMBERED_TEXT, ONE_LINE, TREATMENTS_ENGLISH
from .seeds import SHARED, need

PIECES = [
    *(
        "Menu",
        "Close",
        "首页",
        "Share this page",
        "© 2020 Somebody",
        "Home > Health",
        "Related articles",
        "发表评论",
    ),
    *("<<: An older page", ">>: A newer page", "下一篇：怎样游泳", "Water is warm and ...", "-----", "|", ""),
    *(
        "Introduction",
        "How to Swim",
        "What is a knee?",
        "常规治疗",
        "什么是膝关节炎？",
        "Q: Why?",
        "A: Because.",
    ),
    *(
        "1. Rest",
        "2. Cold packs",
        "(1) First a towel",
        "（2）毛巾",
        "① soap; ② a comb; ③ tea.",
        "• bread",
        "一、休息",
    ),
    *(
        "Step one: open the door.",
        "第二步：关上门。",
        "Label: some text",
        "3. Care at home: stay in.",
        "a) x",
        "2) y",
    ),
    *(
        "? A sprained ankle is common .",
        "imag* **Ing was lost",
        "Warm water helps. |",
        "This is text (see 1. and 2.).",
    ),
    *(
        "Dr. Jane Sample said that knee arthritis, also known as gonarthritis, is common.",
        "膝关节炎，俗称老寒腿。",
    ),
    *(
        "Cold water needs care When the knee is stiff, people wait.",
        "Therapy (TCM) treatment helps early stages.",
    ),
]
lines = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=80)), max_size=25)


def words_accounted(page):
    """Whether each word of each source line stands in the draft or in the ledger, as it was written."""
    there = {}
    for number, text in draft_fragments(page):
        there[number] = there.get(number, "") + " " + text
    for entry in page.ledger.entries:
        if entry.action in ("removed", "changed"):
            there[entry.line] = f"{there.get(entry.line, '')} {entry.original}"
    return all(word in there.get(line.number, "") for line in page.lines for word in letters_of(line.text))


def letters_of(text):
    return "".join(character if character.isalpha() else " " for character in text).split()


@settings(max_examples=300, deadline=None)
@given(lines)
@example([TREATMENTS_ENGLISH])
@example([CHINESE])
@example([ONE_LINE])
@example([NUMBERED_TEXT])
def test_every_word_is_in_the_draft_or_in_the_ledger(parts):
    page = read("\n".join(parts))
    assert unaccounted(page) == {}
    assert invented(page) == {}
    assert words_accounted(page)
    assert not entries(page, "lost")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_real_bilingual_documents_are_accounted_for(language):
    for path in need(SHARED / "data" / "tico19_en_zh").glob("*.jsonl"):
        for row in path.read_text("utf-8").splitlines()[:30]:
            segments = json.loads(row)["segments"]
            assert unaccounted(read("\n".join(segment[language] for segment in segments))) == {}


def test_real_questions_and_answers_are_accounted_for():
    for path in need(SHARED / "data" / "covid_faq_pages").glob("*.jsonl"):
        for row in path.read_text("utf-8").splitlines()[:200]:
            entry = json.loads(row)
            assert unaccounted(read(f"{entry['question']}\n\n{entry['answer']}")) == {}


@pytest.mark.needs("data")
def test_naughty_strings_are_accounted_for():
    strings = naughty()
    assert unaccounted(read("\n".join(strings))) == {}
    for text in filter(str.strip, strings):
        assert unaccounted(read(text)) == {}
