"""Marks inside a line."""

import pytest

from demo.content_files import ContentError
from demo.markup import to_html, to_plain

from .factories import FakeScope


@pytest.mark.parametrize(
    ("line", "html"),
    [
        ("**bold** and *slanted*", "<b>bold</b> and <i>slanted</i>"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("see [this](/articles/known/)", 'see <a linktype="page" id="7">this</a>'),
        ("see [that](https://example.org/)", 'see <a href="https://example.org/">that</a>'),
        ("cited.[^known-source]", "cited."),
    ],
)
def test_a_line_becomes_rich_text(line, html):
    assert to_html(line, FakeScope()) == html


def test_plain_text_keeps_the_words_only():
    line = "**bold** [this](/articles/known/) *slanted*[^known-source]"
    assert to_plain(line, FakeScope()) == "bold this slanted"


@pytest.mark.parametrize("convert", [to_html, to_plain])
def test_a_source_that_was_not_declared_is_refused(convert):
    with pytest.raises(ContentError, match="unknown-source"):
        convert("so it is[^unknown-source]", FakeScope())
