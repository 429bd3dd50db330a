"""Withdraw a page in an emergency, and lift it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry

from articles.models import ArticlePage
from editorial.gate import GateRefused
from editorial.models import Withdrawal, WithdrawnPage
from editorial.withdrawal.services import (
    AlreadyLiftedError,
    AlreadyWithdrawnError,
    lift,
    withdraw,
)
from tests.articles.factories import make_article

NOTICES = {"en": "Taken off: <it> may harm.", "zh-hans": "已撤下：内容可能有害。"}


@pytest.fixture
def article(tree):
    page = make_article(tree.articles, "Back pain", live=False)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def chinese(chinese_tree, article):
    """The Chinese translation, published at an address in Chinese characters."""
    page = article.copy_for_translation(chinese_tree.articles.locale)
    page.title, page.slug = "腰痛", "腰痛"
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def take_off(page, **more):
    return withdraw(page=page, user=None, notices=NOTICES, **more)


def live_ids():
    return set(ArticlePage.objects.live().values_list("pk", flat=True))


def test_the_page_its_translation_alias_and_copy_go_off_at_once(article, chinese, tree):
    alias = article.create_alias(update_slug="alias")
    copy = article.copy(update_attrs={"slug": "copy"})
    bystander = make_article(tree.articles, "Something else")
    take_off(article)
    assert live_ids() == {bystander.pk}
    rows = set(WithdrawnPage.objects.values_list("page_id", flat=True))
    assert rows == {article.pk, chinese.pk, alias.pk, copy.pk}


def test_withdrawing_a_copy_takes_its_original_too(article):
    copy = article.copy(update_attrs={"slug": "copy"})
    take_off(copy)
    assert not live_ids()


def test_a_copy_that_became_another_text_stays(article):
    copy = article.copy(update_attrs={"slug": "copy"})
    alias = copy.create_alias(update_slug="alias-of-copy")
    take_off(article, keep=[copy.pk])
    assert live_ids() == {copy.pk, alias.pk}


def test_readers_find_the_notice_at_the_address(client, article):
    take_off(article)
    response = client.get(article.url)
    html = response.content.decode()
    assert response.status_code == 410
    assert "Taken off: &lt;it&gt; may harm." in html
    assert (response.headers["X-Robots-Tag"], 'content="noindex"' in html) == ("noindex", True)


def test_a_chinese_address_speaks_chinese(client, article, chinese):
    take_off(article)
    response = client.get(chinese.url)
    html = response.content.decode()
    assert (response.status_code, response.headers["Content-Language"]) == (410, "zh-hans")
    assert [word in html for word in ("已撤下", 'lang="zh-Hans"', "腰痛")] == [True] * 3


def test_an_address_that_readers_never_saw_stays_unknown(client, article, chinese_tree):
    draft = article.copy_for_translation(chinese_tree.articles.locale)
    take_off(article)
    assert client.get(draft.url).status_code == 404
    assert WithdrawnPage.objects.get(page=draft).path == ""


@pytest.mark.parametrize(("address", "asked"), [("/articles/never/", 1), ("/a%00b/", 0), ("/articles/", 0)])
def test_only_an_unknown_address_costs_one_query(client, tree, address, asked):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    assert sum("editorial_withdrawnpage" in query["sql"] for query in queries.captured_queries) == asked


def test_a_new_page_at_the_address_is_served(client, article, tree):
    take_off(article)
    Page.objects.filter(pk=article.pk).update(
        slug="old", url_path=article.url_path.replace("back-pain", "old")
    )
    make_article(tree.articles, "New", slug=article.slug)
    assert client.get(article.url).status_code == 200


@pytest.mark.finding
def test_lists_and_search_show_it_no_more(client, article, tree):
    addresses = (tree.articles.url, "/search/?q=pain")
    assert all(article.url in client.get(address).content.decode() for address in addresses)
    take_off(article)
    assert not any(article.url in client.get(address).content.decode() for address in addresses)


@pytest.mark.parametrize("which", ["article", "chinese"])
def test_it_cannot_be_published_again(article, chinese, which):
    take_off(article)
    page = ArticlePage.objects.get(pk={"article": article, "chinese": chinese}[which].pk)
    with pytest.raises(GateRefused, match="withdrawn"):
        page.save_revision().publish()
    assert not live_ids()


def test_a_copy_made_afterwards_cannot_be_published_either(article):
    take_off(article)
    copy = ArticlePage.objects.get(pk=article.pk).copy(update_attrs={"slug": "again"}, keep_live=False)
    with pytest.raises(GateRefused, match="withdrawn"):
        copy.get_latest_revision().publish()


def test_a_translation_made_afterwards_cannot_be_published_either(article, chinese_tree):
    take_off(article)
    page = ArticlePage.objects.get(pk=article.pk).copy_for_translation(chinese_tree.articles.locale)
    assert page.withdrawn.get().notice == Withdrawal.objects.get().notice
    with pytest.raises(GateRefused, match="withdrawn"):
        page.get_latest_revision().publish()


def test_a_publication_that_slipped_through_the_gate_is_undone(article, monkeypatch):
    take_off(article)
    monkeypatch.setattr("editorial.models.medical_page.gate.require", lambda page: None)
    with pytest.raises(GateRefused, match="withdrawn"):
        ArticlePage.objects.get(pk=article.pk).save_revision().publish()
    assert not live_ids()


def test_lifting_publishes_nothing_and_lets_publish_again(client, article):
    withdrawal = take_off(article)
    lift(withdrawal=withdrawal, user=None)
    assert client.get(article.url).status_code == 404
    ArticlePage.objects.get(pk=article.pk).save_revision().publish()
    assert client.get(article.url).status_code == 200


def test_the_second_of_two_people_is_told_and_nothing_is_done_twice(article, chinese):
    take_off(article)
    for page in (article, chinese):
        with pytest.raises(AlreadyWithdrawnError):
            take_off(page)
    assert Withdrawal.objects.count() == 1


def test_lifting_twice_is_told(article):
    withdrawal = take_off(article)
    lift(withdrawal=withdrawal, user=None)
    with pytest.raises(AlreadyLiftedError):
        lift(withdrawal=withdrawal, user=None)


def test_every_page_keeps_it_in_its_history(article, chinese):
    lift(withdrawal=take_off(article), user=None)
    for page in (article, chinese):
        actions = set(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True))
        assert {"wagtail.unpublish", "editorial.withdrawal.made", "editorial.withdrawal.lifted"} <= actions


def test_a_failure_halfway_takes_nothing_off(article, chinese, monkeypatch):
    monkeypatch.setattr("editorial.withdrawal.services.log", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_off(article)
    assert live_ids() == {article.pk, chinese.pk}
    assert not WithdrawnPage.objects.exists()
