"""Related articles."""

import pytest

from articles.models import ArticlePage, PickedArticle
from articles.related import related_articles
from tests.conditions.factories import make_condition, make_treatment

from .factories import make_article


def related_to(article, limit=4):
    published = ArticlePage.objects.live()
    return [other.title for other in related_articles(article, published, limit)]


@pytest.fixture
def hip(tree):
    """A condition."""
    return make_condition(tree.conditions, "Hip necrosis")


@pytest.fixture
def cells(tree):
    """A treatment."""
    return make_treatment(tree.treatments, "Cells")


def test_the_same_condition_comes_before_the_same_treatment_before_the_same_topic(tree, hip, cells):
    make_article(tree.articles, "topic", tags=["walking"])
    make_article(tree.articles, "treatment", treatments=[cells])
    make_article(tree.articles, "condition", conditions=[hip])
    make_article(tree.articles, "nothing shared")
    article = make_article(tree.articles, "self", conditions=[hip], treatments=[cells], tags=["walking"])
    assert related_to(article) == ["condition", "treatment", "topic"]


def test_picks_come_first_in_their_order_and_are_not_repeated(tree, hip):
    auto = make_article(tree.articles, "shared", conditions=[hip])
    picked = make_article(tree.articles, "picked")
    article = make_article(tree.articles, "self", conditions=[hip])
    for order, target in enumerate((picked, auto, picked)):
        PickedArticle.objects.create(page=article, target=target, sort_order=order)
    make_article(tree.articles, "other", conditions=[hip])
    assert related_to(article) == ["picked", "shared", "other"]


def test_drafts_never_appear_picked_or_not(tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip])
    draft = make_article(tree.articles, "draft", conditions=[hip], live=False)
    PickedArticle.objects.create(page=article, target=draft)
    assert related_to(article) == []


def test_an_article_is_not_related_to_itself(tree, hip):
    article = make_article(tree.articles, "self", conditions=[hip], tags=["walking"])
    PickedArticle.objects.create(page=article, target=article)
    assert related_to(article) == []


def test_the_list_stops_at_its_limit(tree, hip):
    for number in range(6):
        make_article(tree.articles, f"Article {number}", conditions=[hip])
    assert len(related_to(make_article(tree.articles, "self", conditions=[hip]))) == 4


def test_only_articles_of_the_same_language_fill_the_list(tree, chinese_tree, hip):
    make_article(chinese_tree.articles, "中文", slug="zw", conditions=[hip])
    assert related_to(make_article(tree.articles, "self", conditions=[hip])) == []


def test_an_article_about_nothing_has_no_related_ones(tree, hip):
    make_article(tree.articles, "other", conditions=[hip])
    assert related_to(make_article(tree.articles, "self")) == []
