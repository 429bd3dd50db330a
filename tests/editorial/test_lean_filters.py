"""The filters above a listing are those that Wagtail draws, drawn once while they offer the same."""

import pytest
from django.template.loader import render_to_string
from wagtail.admin.views.pages.listing import GenericPageFilterSet
from wagtail.models import PageLogEntry

from editorial.listing_filters import LeanGenericPageFilterSet
from editorial.templatetags import lean_filters
from tests.articles.factories import make_article

from .factories import make_user


@pytest.fixture
def explorer(tree, client):
    """Give a function: the explorer of the list of articles (str), with the parameters given."""
    client.force_login(make_user("chief", "Editors", first_name="Chief"))
    make_article(tree.articles, owner=make_user("ann", first_name="Ann"))
    return lambda query="": client.get(f"/admin/pages/{tree.articles.pk}/{query}").content.decode()


def filters_in(html):
    """Give the field that only one may choose in (str)."""
    begin = html.index('id="drilldown-id_has_child_pages"')
    return html[begin : html.index("drilldown-id_", begin + 20)]


@pytest.fixture
def drawings(monkeypatch):
    """How often Wagtail's template was drawn (list)."""
    calls, stock = [], lean_filters.stock()

    class Counted:
        def render(self, context):
            calls.append(context)
            return stock.render(context)

    monkeypatch.setattr(lean_filters, "stock", Counted)
    return calls


def test_the_template_that_ours_hides_is_wagtails(rf, db):
    stock = lean_filters.stock()
    assert stock.name == lean_filters.NAME
    assert "wagtail/admin/templates" in str(stock.origin)
    filters = GenericPageFilterSet({}, request=rf.get("/"))
    assert "w-drilldown__menu" in render_to_string(lean_filters.NAME, {"filters": filters})


def test_they_are_drawn_once_and_a_new_owner_is_offered_at_once(explorer, drawings, tree):
    before = explorer()
    assert "Ann" in before
    number = len(drawings)
    explorer()
    assert len(drawings) == number
    make_article(tree.articles, owner=make_user("bob", first_name="Bob"))
    assert "Bob" in explorer()
    assert len(drawings) == number + 1


def test_what_is_chosen_is_drawn_as_chosen(explorer, drawings):
    anything, yes = '_pages_0" checked', '_pages_1" checked'
    assert anything in filters_in(explorer())
    number = len(drawings)
    assert yes in filters_in(explorer("?has_child_pages=true"))
    assert yes in filters_in(explorer("?has_child_pages=true"))
    assert len(drawings) == number + 2
    assert anything in filters_in(explorer("?p=1&ordering=title"))


def test_the_same_people_are_offered_as_wagtail_offers(explorer, tree, rf):
    explorer()
    page = tree.articles.get_children().first()
    PageLogEntry.objects.log_action(page.specific, "wagtail.edit", user=make_user("eve"))
    sets = [kind({}, request=rf.get("/")) for kind in (GenericPageFilterSet, LeanGenericPageFilterSet)]
    for name in ("owner", "edited_by"):
        offered = [set(filters.form.fields[name].queryset) for filters in sets]
        assert offered[0] == offered[1] != set()
    assert list(sets[0].form.fields) == list(sets[1].form.fields)
