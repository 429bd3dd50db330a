"""Search engines learn of every public page and of its translations, and of nothing else."""

import re

import pytest
from django.test import override_settings
from wagtail.models import PageViewRestriction

from conditions.models import ConditionPage
from pages.sitemap import PageSitemap
from tests.conditions.factories import make_condition

from .asking import html_of, queries_of
from .factories import make_picture

HOST = "http://testserver"


@pytest.fixture
def pair(tree, chinese_tree):
    english = make_condition(tree.conditions, "Gout")
    chinese = english.copy_for_translation(chinese_tree.home.locale)
    chinese.slug = "tongfeng"
    chinese.save_revision().publish()
    return english, ConditionPage.objects.get(pk=chinese.pk)


def entry(client, path):
    """Give the <url> (str) of the page at `path`."""
    found = re.findall(r"<url>.*?</url>", html_of(client, "/sitemap-pages.xml"), re.S)
    return next((part for part in found if f"<loc>{HOST}{path}</loc>" in part), None)


@pytest.mark.parametrize("path", ["/conditions/gout/", "/zh-hans/conditions/tongfeng/"])
def test_versions_list_each_other(client, pair, path):
    part = entry(client, path)
    assert f'hreflang="en" href="{HOST}/conditions/gout/"' in part
    assert f'hreflang="zh-Hans" href="{HOST}/zh-hans/conditions/tongfeng/"' in part
    assert f'hreflang="x-default" href="{HOST}/conditions/gout/"' in part


def test_a_page_in_one_language_lists_no_other(client, tree):
    make_condition(tree.conditions, "Gout")
    assert "hreflang" not in entry(client, "/conditions/gout/")


def test_drafts_are_left_out(client, pair):
    pair[1].unpublish()
    assert entry(client, "/zh-hans/conditions/tongfeng/") is None
    assert "hreflang" not in entry(client, "/conditions/gout/")


def test_private_pages_are_left_out(client, pair):
    PageViewRestriction.objects.create(page=pair[0], restriction_type="login")
    assert entry(client, "/conditions/gout/") is None


def test_the_index_splits(client, pair, monkeypatch):
    monkeypatch.setattr(PageSitemap, "limit", 5)
    assert "sitemap-pages.xml?p=2" in html_of(client, "/sitemap.xml")
    assert html_of(client, "/sitemap-pages.xml?p=2").count("<url>") == 5


def test_its_queries_do_not_grow(client, pair, tree):
    before = queries_of(client, "/sitemap-pages.xml")
    for number in range(5):
        make_condition(tree.conditions, f"Condition {number}")
    assert queries_of(client, "/sitemap-pages.xml") == before


def test_a_page_names_its_picture(client, tree):
    page = make_condition(tree.conditions, "Gout", picture=make_picture())
    bare = make_condition(tree.conditions, "Migraine")
    address = f"<image:loc>{HOST}{page.picture.file.url}</image:loc>"
    assert address in entry(client, page.url)
    assert "image:loc" not in entry(client, bare.url)


def test_robots_txt_names_the_sitemap(client, tree):
    text = html_of(client, "/robots.txt")
    assert f"Sitemap: {HOST}/sitemap.xml" in text
    assert "Disallow: /admin/\n" in text
    assert "Disallow: /zh-hans/search/?\n" in text


def test_a_page_names_its_versions_in_its_head(client, pair):
    html = html_of(client, "/conditions/gout/")
    link = '<link rel="alternate" hreflang="zh-Hans" href="http://testserver/zh-hans/conditions/tongfeng/">'
    assert link in html.split("</head>")[0]


def test_a_list_instead_of_the_page_is_no_version(client, tree, chinese_tree):
    make_condition(tree.conditions, "Gout")
    assert 'rel="alternate" hreflang' not in html_of(client, "/conditions/gout/").split("</head>")[0]


@override_settings(
    LANGUAGES=[("en", "English"), ("ar", "Arabic")],
    WAGTAIL_CONTENT_LANGUAGES=[("en", "English"), ("ar", "Arabic")],
    LANGUAGES_BIDI=["ar"],
)
def test_a_language_from_right_to_left_says_so(client, tree):
    assert '<html lang="ar" dir="rtl">' in client.get("/ar/search/").content.decode()
    assert '<html lang="en">' in client.get("/search/").content.decode()
