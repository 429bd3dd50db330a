"""What an article is about is the same in each language, stored in the language's own pages."""

import pytest

from articles.models import ArticlePage
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_treatment


def translated(page, locale, title, *, live=True):
    """Give the translation of `page`, published or not."""
    twin = page.copy_for_translation(locale)
    twin.title = title
    revision = twin.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=twin.pk)


def subjects(article):
    """Give the titles (set of str) of what the database says an article is about."""
    stored = ArticlePage.objects.get(pk=article.pk)
    return {page.title for page in (*stored.conditions.all(), *stored.treatments.all())}


@pytest.fixture
def gout(tree, chinese_tree):
    """A condition."""
    return make_condition(tree.conditions, "Gout")


@pytest.fixture
def twin(gout, tree, chinese_tree):
    """The Chinese translation of an article about gout and rest, made before these are translated."""
    article = make_article(
        tree.articles, "Beer", conditions=[gout], treatments=[make_treatment(tree.treatments, "Rest")]
    )
    return translated(article, chinese_tree.home.locale, "啤酒")


def test_until_a_subject_is_translated_the_originals_is_stored(twin):
    assert subjects(twin) == {"Gout", "Rest"}


def test_a_translated_subject_takes_its_place_once_it_is_public(twin, gout, chinese_tree):
    draft = translated(gout, chinese_tree.home.locale, "痛风", live=False)
    assert subjects(twin) == {"Gout", "Rest"}
    draft.get_latest_revision().publish()
    assert subjects(twin) == {"痛风", "Rest"}


def test_a_new_translation_stores_the_translated_subjects(gout, tree, chinese_tree):
    translated(gout, chinese_tree.home.locale, "痛风")
    article = make_article(tree.articles, "Beer", conditions=[gout])
    assert subjects(translated(article, chinese_tree.home.locale, "啤酒")) == {"痛风"}


def test_what_changes_in_the_original_changes_in_its_translation(twin, tree):
    article = twin.original
    article.conditions = [make_condition(tree.conditions, "Arthritis")]
    article.treatments = []
    article.save_revision().publish()
    assert subjects(twin) == {"Arthritis"}


def test_a_translation_cannot_be_about_something_else(twin, tree):
    twin.conditions = [make_condition(tree.conditions, "Arthritis")]
    twin.save_revision().publish()
    assert subjects(twin) == {"Gout", "Rest"}


def test_an_article_without_original_keeps_its_own_subjects(gout, chinese_tree):
    assert subjects(make_article(chinese_tree.articles, "啤酒", conditions=[gout])) == {"Gout"}


def test_the_translated_subject_lists_the_article(client, twin, gout, chinese_tree):
    chinese = translated(gout, chinese_tree.home.locale, "痛风")
    assert twin.url in client.get(chinese.url).content.decode()
    assert list(chinese.articles.values_list("pk", flat=True)) == [twin.pk]


def test_topics_come_along_with_a_translation(tree, chinese_tree):
    article = make_article(tree.articles, "Beer", tags=["gout"])
    twin = translated(article, chinese_tree.home.locale, "啤酒")
    assert list(twin.tags.names()) == ["gout"]
