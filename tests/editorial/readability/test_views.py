"""Readability stands beside the checklist and follows the draft."""

import pytest
from django.urls import reverse

from editorial.models import User
from tests.articles.factories import make_article
from tests.editorial.factories import make_user
from tests.pages.factories import paragraph, stream

TEXT = "<p>" + "The cat sat on the mat. It was warm and dry. " * 6 + "</p>"


@pytest.fixture
def article(tree):
    page = make_article(tree.articles, body=stream(paragraph(TEXT)))
    page.save_revision()
    return page


def test_the_panel_is_in_the_editor(client, article):
    client.force_login(User.objects.create_superuser("root", "root@example.org", "a-long-password"))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "How hard it is to read" in html
    assert reverse("readability", args=[article.pk]) in html


def test_the_fragment_follows_the_draft(client, article):
    client.force_login(make_user("editor", "Editors"))
    address = reverse("readability", args=[article.pk])
    assert "very easy" in client.get(address).content.decode()
    article.body = stream()
    article.save_revision()
    assert "There is no running text yet." in client.get(address).content.decode()


def test_who_may_not_edit_sees_nothing(client, article):
    client.force_login(make_user("moderator", "Moderators"))
    assert client.get(reverse("readability", args=[article.pk])).status_code in {302, 403}


def test_a_page_of_another_kind_has_none(client, tree):
    client.force_login(make_user("editor", "Editors"))
    assert client.get(reverse("readability", args=[tree.home.pk])).status_code == 404
