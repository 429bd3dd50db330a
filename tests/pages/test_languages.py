"""Chinese pages are the equals of English ones."""

import re
from pathlib import Path

import pytest
from django.utils.translation.trans_real import get_languages
from wagtail.models import Locale

from conditions.models import ConditionPage
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

from .asking import html_of, queries_of


def switch_of(html):
    nav = html[html.index('class="languages"') :].split("</nav>")[0]
    return re.search(r'href="([^"]+)" lang="([^"]+)"[^>]*>([^<]+)<', nav).groups()


@pytest.fixture
def pair(tree, chinese_tree):
    """One condition in English and its published Chinese translation."""
    english = make_condition(tree.conditions, "Gout")
    chinese = english.copy_for_translation(chinese_tree.home.locale)
    chinese.title, chinese.slug = "痛风", "tongfeng"
    chinese.save_revision().publish()
    return english, ConditionPage.objects.get(pk=chinese.pk)


def test_a_chinese_page_says_its_language(client, pair):
    html = html_of(client, "/zh-hans/conditions/tongfeng/")
    assert '<html lang="zh-Hans">' in html
    assert "<h1>痛风</h1>" in html
    assert "<title>痛风" in html


def test_the_switcher_leads_to_the_same_page(client, pair):
    assert switch_of(html_of(client, "/conditions/gout/")) == (
        "/zh-hans/conditions/tongfeng/",
        "zh-Hans",
        "简体中文",
    )
    assert switch_of(html_of(client, "/zh-hans/conditions/tongfeng/"))[0] == "/conditions/gout/"


def test_without_a_translation_it_leads_to_the_list(client, tree, chinese_tree):
    html = html_of(client, make_condition(tree.conditions, "Gout").url)
    assert switch_of(html)[0] == "/zh-hans/conditions/"


def test_an_unpublished_translation_is_not_offered(client, pair):
    pair[1].unpublish()
    assert switch_of(html_of(client, "/conditions/gout/"))[0] == "/zh-hans/conditions/"


def test_chinese_menus_lead_to_chinese_pages(client, chinese_tree):
    html = html_of(client, "/zh-hans/")
    assert '<a href="/zh-hans/conditions/">病症</a>' in html
    assert 'action="/zh-hans/search/"' in html


def test_a_chinese_title_over_an_english_text_is_marked(client, tree):
    make_article(tree.articles, "干细胞治疗腰间突出", slug="cells", title_language="zh-hans")
    html = html_of(client, "/articles/cells/")
    assert '<h1 lang="zh-Hans">干细胞治疗腰间突出</h1>' in html
    assert '<html lang="en">' in html
    assert '<h3 class="title" lang="zh-Hans">' in html_of(client, "/articles/")


def test_an_english_text_in_a_chinese_page_is_marked(client, chinese_tree):
    make_article(chinese_tree.articles, "标题", slug="biaoti", body_language="en", summary="An English one.")
    html = html_of(client, "/zh-hans/articles/biaoti/")
    assert '<p class="lead" lang="en">An English one.</p>' in html
    assert '<div class="text" lang="en">' in html


def test_a_translated_page_costs_one_query_more_at_most(client, pair):
    english, chinese = pair
    # Wagtail looks for the translated front page before it looks for anything below it.
    assert queries_of(client, chinese.url) - queries_of(client, english.url) <= 1


@pytest.fixture
def arabic(settings, tree):
    """The site with a third language that is written from right to left: named in the settings, no more."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]
    get_languages.cache_clear()
    locale = Locale.objects.create(language_code="ar")
    home = tree.home.copy_for_translation(locale)
    home.title = "صحة"
    home.save_revision().publish()
    yield home
    settings.LANGUAGES = settings.LANGUAGES[:2]
    get_languages.cache_clear()


def test_one_more_language_needs_only_the_settings(client, arabic):
    assert '<html lang="ar" dir="rtl">' in html_of(client, "/ar/")
    assert 'href="/ar/" lang="ar" hreflang="ar">العربيّة</a>' in html_of(client, "/")


def test_the_search_speaks_one_more_language(client, arabic):
    assert 'action="/ar/search/"' in html_of(client, "/ar/search/?q=صحة")


ONE_SIDED = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|(?<![-\w])(?:left|right)\s*:|text-align:\s*(?:left|right)"
)


def test_no_style_knows_left_or_right():
    sheets = (Path(__file__).parents[2] / "static" / "css").rglob("*.css")
    found = {path.name: ONE_SIDED.findall(path.read_text()) for path in sheets}
    assert {name: words for name, words in found.items() if words} == {}
