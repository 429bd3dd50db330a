"""The front page."""

import pytest
from wagtail.models import PageViewRestriction

from pages.models.home import FeaturedPage, LookedForPage
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_treatment

from .asking import html_of, queries_of
from .factories import make_picture


def fill(tree, number, start=0):
    """Add `number` conditions, treatments and articles, and put each on the front page."""
    for n in range(start, start + number):
        condition = make_condition(tree.conditions, f"Condition {n}", picture=make_picture())
        make_treatment(tree.treatments, f"Treatment {n}")
        article = make_article(tree.articles, f"Article {n}", conditions=[condition], picture=make_picture())
        LookedForPage.objects.create(home=tree.home, target=condition)
        FeaturedPage.objects.create(home=tree.home, target=article)


def test_it_shows_what_editors_picked_in_their_order(client, tree):
    for title in ("Second", "First"):
        FeaturedPage.objects.create(
            home=tree.home, target=make_article(tree.articles, title), sort_order=title == "Second"
        )
    html = html_of(client, "/")
    featured = html[html.index('class="featured"') : html.index('class="promises"')]
    assert featured.index("First") < featured.index("Second")


def test_a_draft_and_a_private_page_never_appear(client, tree):
    private = make_article(tree.articles, "A private one")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (private, make_article(tree.articles, "A draft", live=False)):
        FeaturedPage.objects.create(home=tree.home, target=page)
    html = html_of(client, "/")
    assert "A private one" not in html
    assert "A draft" not in html


def test_the_strip_has_only_letters_that_exist(client, tree):
    make_condition(tree.conditions, "Gout")
    html = html_of(client, "/")
    assert 'href="/conditions/#letter-g"' in html
    assert "#letter-h" not in html


def test_an_empty_site_has_a_front_page(client, tree):
    html = html_of(client, "/")
    assert "Conditions A to Z" not in html
    assert "New and reviewed" not in html


def test_a_pick_is_shown_in_the_readers_language(client, tree, chinese_tree):
    english = make_condition(tree.conditions, "Gout")
    chinese = english.copy_for_translation(chinese_tree.home.locale)
    chinese.title = "痛风"
    chinese.save_revision().publish()
    LookedForPage.objects.create(home=chinese_tree.home, target=english)
    html = html_of(client, "/zh-hans/")
    assert ">痛风</a></li>" in html
    assert ">Gout<" not in html


@pytest.mark.django_db
def test_queries_do_not_grow_with_content(client, tree):
    fill(tree, 2)
    few = queries_of(client, "/")
    fill(tree, 6, start=2)
    assert queries_of(client, "/") == few
