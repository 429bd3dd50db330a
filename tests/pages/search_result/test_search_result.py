"""The preview of the search result in the editor."""

import pytest
from django.urls import reverse

from pages.search_result.widths import DESCRIPTION, TITLE, cut, verdict, width
from tests.conditions.factories import make_condition

pytestmark = pytest.mark.sqlite


@pytest.mark.parametrize(("text", "expected"), [("", 0), ("disc", 4), ("椎间盘", 6), ("CT检查", 6), ("é", 1)])
def test_a_chinese_character_takes_the_room_of_two_letters(text, expected):
    assert width(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…")])
def test_a_long_english_title_is_cut_where_a_search_engine_cuts_it(text, expected):
    assert cut(text, 60) == expected


def test_a_long_chinese_title_is_cut_at_half_as_many_characters():
    assert cut("病" * 31, 60) == "病" * 29 + "…"


@pytest.mark.parametrize(
    ("text", "limits", "expected"),
    [
        ("", TITLE, "missing"),
        ("Gout", TITLE, "short"),
        ("病" * 31, TITLE, "long"),
        ("x" * 100, DESCRIPTION, "good"),
    ],
)
def test_length_is_judged(text, limits, expected):
    assert verdict(text, limits) == expected


@pytest.mark.parametrize("place", ["home", "conditions", "people", "articles", "treatments"])
def test_every_editor_has_the_preview(admin_client, tree, place):
    page = getattr(tree, place)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "data-search-result" in html
    assert "js/admin/search-result.js" in html


def test_the_preview_shows_what_search_engines_would(admin_client, tree):
    page = make_condition(
        tree.conditions, "Slipped disc", summary="s" * 200, seo_title="Slipped disc: what helps"
    )
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert '<p class="search-result__title" data-title>Slipped disc: what helps</p>' in html
    assert "s" * 159 + "…" in html
    assert "http://testserver/conditions/" in html
    assert "The description will be cut." in html


def test_a_new_page_has_an_empty_preview(admin_client, tree):
    address = reverse("wagtailadmin_pages:add", args=["conditions", "conditionpage", tree.conditions.pk])
    assert "There is no title." in admin_client.get(address).content.decode()
