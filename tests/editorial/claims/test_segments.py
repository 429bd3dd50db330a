"""The text of a page, with its places."""

import pytest

from articles.models import ArticlePage
from conditions.models import ConditionPage, TreatmentOption
from editorial.claims import page_segments
from editorial.claims.html_text import html_to_text
from tests.conditions.factories import make_condition, make_option, make_treatment

from .pages import LIST, PARAGRAPH, article_with, paragraph


def places(page):
    """The segments' texts by place."""
    return {segment.place: segment.text for segment in page_segments(page)}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two &amp; three</p>", "One\nTwo & three"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ('<p>It helps.<a linktype="source" id="7">[*]</a></p>', "It helps.[[cite:7]]"),
        ('<p>It helps.<a id="7" linktype="source">[*]</a> More.</p>', "It helps.[[cite:7]] More."),
        ("<p>It helps.<sup>3</sup></p>", "It helps.[3]"),
        ("<p>25 kg/m<sup>2</sup></p>", "25 kg/m2"),
        ('<p>See <a href="/x">this</a></p>', "See this"),
        ("<p>cu\u00adre\u200b</p>", "cure"),
        ("<p>broken <b>markup", "broken markup"),
        ("", ""),
    ],
)
def test_rich_text_becomes_plain_text(html, text):
    assert html_to_text(html) == text


def test_every_kind_of_block_is_read(tree):
    article = article_with(tree, summary="In short.", question="Why?")
    article.body = [
        paragraph("<p>Running text</p>"),
        {"type": "heading", "value": {"text": "A heading", "level": "2"}},
        {"type": "list", "value": {"kind": "steps", "items": [{"label": "First", "text": "<p>Rest</p>"}]}},
        {"type": "question", "value": {"question": "Will it?", "answer": "<p>It may</p>"}},
        {"type": "key_points", "value": {"points": ["A point"]}},
        {"type": "quote", "value": {"text": "Said so", "person": "Ann", "role": ""}},
        {"type": "table", "value": table("A cell")},
    ]
    texts = {segment.text for segment in page_segments(article)}
    assert {"In short.", "Why?", "Running text", "A heading", "First", "Rest", "It may"} <= texts
    assert {"A point", "Said so", "A cell", "Tea and gout"} <= texts
    assert not {"steps", "2", "article", "tea-and-gout"} & texts


def table(cell):
    """A table block with one cell, as stored."""
    columns = [{"type": "text", "heading": "Column"}]
    return {
        "caption": "Caption",
        "table": {"columns": columns, "rows": [{"values": [cell]}], "caption": ""},
        "row_headers": False,
    }


def test_a_place_names_the_block(tree):
    segments = {segment.text: segment for segment in page_segments(article_with(tree, "<p>Here</p>"))}
    assert segments["Here"].place == f"body.{PARAGRAPH}"
    assert segments["Here"].block_id == PARAGRAPH


def test_a_place_goes_down_into_a_block(tree):
    article = article_with(tree)
    question = {"question": "Why?", "answer": "<p>Because</p>"}
    article.body = [{"type": "question", "value": question, "id": LIST}]
    assert places(article)[f"body.{LIST}.answer"] == "Because"


def test_children_are_read_saved_or_not(tree):
    condition = make_condition(tree.conditions)
    option = make_option(condition, make_treatment(tree.treatments), benefits="<p>Helps</p>")
    assert places(ConditionPage.objects.get())[f"treatment_options.{option.pk}.benefits"] == "Helps"
    fresh = ConditionPage(title="New")
    fresh.treatment_options = [TreatmentOption(risks="<p>Harms</p>")]
    assert places(fresh)["treatment_options.new1.risks"] == "Harms"


@pytest.mark.django_db
def test_an_empty_page_has_no_segments():
    assert page_segments(ArticlePage()) == []
