"""A publication stores its page, the lists it stands in and what it is about: no reader waits."""

from unittest.mock import Mock

import pytest
from django.core.management import call_command
from django.db import DatabaseError

from freshness.background import Background
from freshness.models import StoredPage
from freshness.stored import ahead
from freshness.stored.middleware import StoredPageMiddleware
from freshness.stored.warm import ask_like_a_visitor, warm
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

from .asking import ask
from .test_stored import MOST_QUERIES, refuse


@pytest.fixture
def working(counting, application, settings):
    """A worker that does at once what waits in the queue."""
    settings.TASK_QUEUE = "database"


@pytest.fixture
def article(tree, working, application, commit):
    """A published article about a condition."""
    article = make_article(
        tree.articles, "Cartilage", slug="one", conditions=[make_condition(tree.conditions)]
    )
    commit(lambda: ask(application, article.url))  # makes the settings of the site
    return article


def publish(article, title):
    article.title = title
    article.save_revision().publish()


def test_the_first_reader_after_a_publication_costs_few_queries(
    article, tree, application, commit, monkeypatch, django_assert_max_num_queries
):
    condition = article.conditions.first()
    commit(lambda: publish(article, "Renamed"))
    monkeypatch.setattr(StoredPageMiddleware, "_rendered", refuse)
    for page in (article, tree.home, tree.articles, condition):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert "Renamed" in ask(application, page.url).text


def test_what_goes_is_gone_from_the_list_without_waiting(article, tree, application, commit, monkeypatch):
    commit(article.unpublish)
    monkeypatch.setattr(StoredPageMiddleware, "_rendered", refuse)
    assert "Cartilage" not in ask(application, tree.articles.url).text


def test_what_is_good_is_not_rendered_again(article, tree, commit, monkeypatch):
    commit(lambda: publish(article, "Renamed"))
    monkeypatch.setattr(StoredPageMiddleware, "_rendered", refuse)
    assert not ahead.store(tree.articles)


def test_a_page_for_some_is_not_stored(article, commit):
    article.view_restrictions.create(restriction_type="login")
    StoredPage.objects.all().delete()
    assert not ahead.store(article)
    assert not StoredPage.objects.exists()


@pytest.mark.parametrize(
    ("base", "host"), [("http://testserver:8000", "testserver:8000"), ("https://other.example", "testserver")]
)
def test_the_address_is_the_one_that_readers_ask_for(article, settings, base, host):
    settings.WAGTAILADMIN_BASE_URL = base
    assert ahead.key_of_page(article) == ("http", host, "/articles/one/", "")


def test_the_command_stores_what_is_not_stored(article, tree, application, monkeypatch):
    StoredPage.objects.all().delete()
    call_command("store_pages")
    monkeypatch.setattr(StoredPageMiddleware, "_rendered", refuse)
    assert "Cartilage" in ask(application, article.url).text
    assert "Cartilage" in ask(application, tree.home.url).text


def test_a_server_without_a_queue_stores_in_a_thread(monkeypatch):
    done, thread = [], Background()
    thread.serve()
    for about in (1, 1, 2):
        thread.add(done.append, about)
    thread.add(refuse, 3)  # one that fails stops no other
    thread.add(done.append, 4)
    thread._thread.shutdown()
    assert {*done} == {1, 2, 4}


def test_a_server_that_begins_has_the_home_page_ready(tree, working, application, commit, monkeypatch):
    commit(ask_like_a_visitor)  # makes the settings of the site
    warm()
    ask_like_a_visitor()
    monkeypatch.setattr(StoredPageMiddleware, "_rendered", refuse)
    assert ask(application, tree.home.url).status == 200


def test_a_server_begins_while_the_database_is_away(db, monkeypatch):
    def fail(*_args):
        raise DatabaseError

    monkeypatch.setattr("freshness.stored.warm.Site.objects.select_related", fail)
    # Tests stand in one transaction: its connection has to stay.
    monkeypatch.setattr("freshness.stored.warm.connection", Mock())
    ask_like_a_visitor()
