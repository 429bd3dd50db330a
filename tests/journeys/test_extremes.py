"""A page that no editor should write stays readable: it fits, axe is content, its contents list works."""

import pytest

from tests.articles.factories import make_article
from tests.pages.factories import heading, paragraph, stream

LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 6
COLUMNS = [{"type": "text", "heading": f"Column {number}"} for number in range(20)]
ROWS = [{"values": [f"Cell {row}-{column}" for column in range(20)]} for row in range(3)]
TABLE = {"caption": "Twenty columns", "row_headers": True, "table": {"columns": COLUMNS, "rows": ROWS}}
QUOTE = {"text": "קודם כל, לא להזיק. العافية أولاً", "person": LONG_WORD[:80], "role": ""}
THREE_HUNDRED = [part for number in range(300) for part in (heading(f"Part {number}"), paragraph())]
FORTY_THOUSAND_WORDS = paragraph("<p>" + "</p><p>".join(["One plain word " * 100] * 134) + "</p>")
WIDE = [("table", TABLE), ("quote", QUOTE), paragraph(f"<p>{LONG_WORD}</p>"), heading(LONG_WORD[:255])]


@pytest.fixture
def extreme(transactional_db, tree):
    """An article with all of it, its title 255 characters without a space."""
    dont = ("dont", {"title": LONG_WORD[:100], "items": [LONG_WORD]})
    body = stream(*WIDE, dont, *THREE_HUNDRED, FORTY_THOUSAND_WORDS)
    return make_article(tree.articles, LONG_WORD[:255], slug="extreme", summary=LONG_WORD, body=body)


def test_it_fits_every_width_and_its_table_keeps_its_columns(page, extreme, overflow):
    assert page.goto(extreme.url).status == 200
    for width in (320, 375, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert overflow(page) <= 0, width
    assert page.locator(".table thead th").count() == 20
    assert page.locator(".contents a").count() >= 300
    assert page.complaints == []


def test_its_lists_are_as_good(page, extreme, overflow, violations):
    page.set_viewport_size({"width": 320, "height": 800})
    for address in ("/articles/", "/search/?q=Part"):
        page.goto(address)
        assert overflow(page) <= 0
        assert violations(page) == []
