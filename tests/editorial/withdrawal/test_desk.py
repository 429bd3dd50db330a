"""Withdrawing inside the admin."""

import pytest
from django.urls import reverse

from articles.models import ArticlePage
from editorial.models import Withdrawal
from editorial.withdrawal.services import withdraw
from tests.articles.factories import make_article
from tests.editorial.factories import make_user


@pytest.fixture
def article(tree):
    page = make_article(tree.articles, "Back pain", live=False)
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def publisher(client, db):
    """A publisher, logged in."""
    user = make_user("publisher", "Publishers")
    client.force_login(user)
    return user


def address(page):
    return reverse("withdrawal_desk:withdraw", args=[page.pk])


def is_live(page):
    return ArticlePage.objects.get(pk=page.pk).live


def test_the_form_says_what_goes_off_and_starts_with_a_notice_in_each_language(
    client, publisher, article, chinese_tree
):
    article.copy_for_translation(chinese_tree.articles.locale)
    copy = article.copy(update_attrs={"slug": "copy", "title": "Copied text"})
    html = client.get(address(article)).content.decode()
    assert 'name="notice_en"' in html
    assert 'name="notice_zh-hans"' in html
    assert f'value="{copy.pk}"' in html
    assert "We took this page off" in html


def test_a_publisher_withdraws(client, publisher, article):
    response = client.post(address(article), {"notice_en": "Off."}, follow=True)
    withdrawal = Withdrawal.objects.get()
    assert (withdrawal.withdrawn_by, withdrawal.notice, is_live(article)) == (publisher, "Off.", False)
    assert "Readers find the notice at their addresses." in response.content.decode()


def test_an_unticked_copy_stays(client, publisher, article):
    copy = article.copy(update_attrs={"slug": "copy"})
    client.post(address(article), {"notice_en": "Off."})
    assert (is_live(article), is_live(copy)) == (False, True)


def test_an_empty_notice_is_refused_and_takes_nothing_off(client, publisher, article):
    html = client.post(address(article), {"notice_en": " "}).content.decode()
    assert "Readers need a notice" in html
    assert is_live(article)


@pytest.mark.parametrize("name", ["Editors", "Medical reviewers", "Moderators"])
def test_nobody_but_publishers_may_withdraw_or_lift(client, article, name):
    client.force_login(make_user("other", name))
    standing = withdraw(page=make_article(article.get_parent(), "Other"), user=None, notices={"en": "x"})
    client.post(address(article), {"notice_en": "Off."})
    client.post(reverse("withdrawal_desk:lift", args=[standing.pk]))
    standing.refresh_from_db()
    assert (is_live(article), standing.lifted_at) == (True, None)
    assert client.get(reverse("withdrawal_desk:withdrawals")).status_code in (302, 403)


def test_the_header_of_a_page_offers_to_withdraw_and_then_to_lift(client, publisher, article):
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert address(article) in client.get(edit).content.decode()
    client.post(address(article), {"notice_en": "Off."})
    standing = reverse("withdrawal_desk:withdrawal", args=[Withdrawal.objects.get().pk])
    assert standing in client.get(edit).content.decode()


def test_the_second_person_is_led_to_what_the_first_did(client, publisher, article):
    withdraw(page=article, user=None, notices={"en": "First."})
    response = client.post(address(article), {"notice_en": "Second."}, follow=True)
    assert "First." in response.content.decode()
    assert Withdrawal.objects.count() == 1


def test_two_forms_sent_at_once_withdraw_once(client, publisher, article, monkeypatch):
    monkeypatch.setattr("editorial.withdrawal.desk.open_withdrawal", lambda pk: None)
    withdraw(page=article, user=None, notices={"en": "First."})
    html = client.post(address(article), {"notice_en": "Second."}, follow=True).content.decode()
    assert "Somebody has withdrawn this page meanwhile." in html
    assert Withdrawal.objects.count() == 1


def test_lifting_by_button_publishes_nothing(client, publisher, article):
    client.post(address(article), {"notice_en": "Off."})
    html = client.post(
        reverse("withdrawal_desk:lift", args=[Withdrawal.objects.get().pk]), follow=True
    ).content.decode()
    assert "The withdrawal is lifted." in html
    assert (Withdrawal.objects.get().lifted_by, is_live(article)) == (publisher, False)


def test_the_list_shows_withdrawals(client, publisher, article):
    client.post(address(article), {"notice_en": "Off."})
    assert "Back pain" in client.get(reverse("withdrawal_desk:withdrawals")).content.decode()


def test_the_checklist_of_the_editor_names_the_withdrawal(client, publisher, article):
    client.post(address(article), {"notice_en": "Off."})
    page = ArticlePage.objects.get(pk=article.pk)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    html = client.post(f"{url}?id={page.pk}&next=/admin/", {"include_descendants": ""}, follow=True)
    assert "This page was withdrawn." in html.content.decode()
    assert not is_live(article)
