"""The lean rows of page listings say what Wagtail's own rows say."""

import re

import pytest
from django.template.loader import render_to_string

from editorial.lean_rows import CELLS
from editorial.templatetags.lean_tables import _attributes
from tests.articles.factories import make_article

from .factories import make_user

pytestmark = pytest.mark.sqlite


def words_and_links(html):
    """Give (words, links, names of controls) of some HTML, whatever its spaces."""
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    return words, re.findall(r'href="([^"]*)"', html), re.findall(r'(?:aria-label|title|id)="([^"]*)"', html)


@pytest.fixture
def listing(tree, client):
    """Give a function: the rows of the list of articles (str), drawn lean or by Wagtail."""
    make_article(tree.articles, "Published <b>")
    draft = make_article(tree.articles, "Draft", live=False)
    draft.save_revision()
    locked = make_article(tree.articles, "Locked", locked=True)

    def rows(user, monkeypatch=None):
        if monkeypatch:
            for kind in CELLS:
                monkeypatch.setattr(kind, "render_cell_html", kind.render_cell_html.__wrapped__)
        client.force_login(user)
        text = client.get(f"/admin/pages/{locked.get_parent().pk}/").content.decode()
        return text[text.rindex("<tbody") : text.rindex("</tbody")]

    return rows


def test_a_rows_attributes_are_written_as_wagtail_writes_them():
    attrs = {"class": "a <b>", "data-x": 7, "hidden": True, "id": False, "aria-label": 'a "name"'}
    assert _attributes(attrs) == render_to_string("wagtailadmin/shared/attrs.html", {"attrs": attrs})


@pytest.mark.parametrize("group", ["Publishers", "Editors"])
def test_a_lean_row_says_what_wagtails_row_says(listing, group, settings, monkeypatch):
    settings.TWO_STEP_REQUIRED = False
    user = make_user("somebody", group)
    lean = words_and_links(listing(user))
    assert lean == words_and_links(listing(user, monkeypatch))
    assert "Published &lt;b&gt;" in lean[0]
