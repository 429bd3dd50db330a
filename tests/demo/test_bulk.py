"""Generated content is a whole site: a tree without faults, pages that answer, lists, search, comments."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from articles.models import ArticlePage
from comments.models import ReaderComment
from conditions.models import ConditionPage, ListedName
from demo.bulk import create_bulk_content, texts
from freshness.models import Touch
from pages.search.backend.store import IndexEntry


@pytest.fixture
def filled(tree):
    create_bulk_content(articles=12, conditions=3, treatments=2, comments_number=60)
    return tree


def test_the_tree_has_no_fault_and_grows_on(filled):
    create_bulk_content(articles=2, conditions=1, treatments=0, comments_number=0)
    assert not any(Page.find_problems())
    filled.articles.refresh_from_db()
    assert filled.articles.get_children().count() == filled.articles.numchild == 14


def test_pages_and_lists_answer_and_say_that_they_are_generated(filled, client):
    article = ArticlePage.objects.first()
    for address in (article.url, ConditionPage.objects.first().url, "/articles/", "/conditions/"):
        assert "Generated" in client.get(address).content.decode()
    assert texts.MARK in client.get(article.url).content.decode()
    assert [block.block_type for block in article.body] == ["heading", "paragraph"] * texts.PARAGRAPHS


def test_conditions_are_filed_in_their_a_to_z(filled):
    assert ListedName.objects.filter(letter="G", preferred=True).count() == 3


def test_articles_have_subjects_relatives_and_comments(filled, client):
    article = ArticlePage.objects.first()
    assert article.conditions.exists()
    assert article.related_rows.exists()
    shown = client.get(article.url).content.decode()
    assert "Generated reader" in shown
    assert not ReaderComment.objects.filter(path="").exists()
    reply = ReaderComment.objects.filter(parent__isnull=False).select_related("parent").first()
    assert reply.path.startswith(reply.parent.path)


def test_they_are_found_by_the_search(filled, client):
    assert IndexEntry.objects.count() >= 17
    assert "Generated article" in client.get("/search/", {"q": "bench garden"}).content.decode()


def test_no_touch_is_left_that_would_renew_every_page_later(tree):
    Touch.objects.create(tag="p1")
    call_command("create_bulk_content", articles=1, conditions=0, treatments=0, comments=1)
    assert not Touch.objects.exists()


def test_many_go_in_with_few_statements_and_nothing_is_told_of_each(tree, settings):
    settings.COUNT_CHANGES = True
    with CaptureQueriesContext(connection) as captured:
        create_bulk_content(articles=400, conditions=1, treatments=1, comments_number=400)
    assert len(captured) < 150
    assert not Touch.objects.exists()


def test_comments_of_others_keep_their_keys(filled):
    own = ReaderComment.objects.create(page=ArticlePage.objects.first(), name="A", body="B")
    create_bulk_content(articles=1, conditions=0, treatments=0, comments_number=4)
    later = ReaderComment.objects.create(page=own.page, name="A", body="B")
    assert ReaderComment.objects.filter(pk__gt=own.pk, pk__lt=later.pk).count() == 4


def test_an_article_made_so_can_be_edited_and_published(filled):
    article = ArticlePage.objects.first()
    article.title = "Edited"
    article.save_revision().publish()
    assert ArticlePage.objects.get(pk=article.pk).title == "Edited"


@pytest.mark.parametrize("options", [{"language": "fr"}, {"articles": -1}])
def test_what_cannot_be_is_said_in_words(tree, options):
    with pytest.raises(CommandError, match=r"no published|negative"):
        call_command("create_bulk_content", **options)
