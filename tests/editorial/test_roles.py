"""Each group can do its work and nothing more."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.articles.factories import make_article
from tests.editorial.factories import make_user


@pytest.fixture
def article(tree):
    return make_article(tree.articles)


@pytest.mark.parametrize(
    ("group", "add", "edit", "publish"),
    [
        ("Editors", True, True, False),
        ("Medical reviewers", False, False, False),
        ("Moderators", False, False, False),
        ("Publishers", True, True, True),
    ],
)
def test_what_each_group_may_do_with_an_article(article, group, add, edit, publish):
    permissions = article.permissions_for_user(make_user("somebody", group))
    assert article.get_parent().permissions_for_user(make_user("other", group)).can_add_subpage() is add
    assert (permissions.can_edit(), permissions.can_publish()) == (edit, publish)


@pytest.mark.parametrize("name", ["Editors", "Medical reviewers", "Moderators", "Publishers"])
def test_every_group_reaches_the_admin(client, tree, name):
    client.force_login(make_user("somebody", name))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_only_publishers_vouch_for_credentials(db):
    holders = Group.objects.filter(permissions__codename="verify_contributor").values_list("name", flat=True)
    assert list(holders) == ["Publishers"]


@pytest.mark.parametrize(
    "name", ["conditions:index", "treatments:index", "articles:index", "contributors:index"]
)
def test_an_editor_opens_every_listing(client, article, name):
    client.force_login(make_user("editor", "Editors"))
    assert client.get(reverse(name)).status_code == 200


def test_an_editor_opens_the_form_of_an_article(client, article):
    client.force_login(make_user("editor", "Editors"))
    response = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert response.status_code == 200
    assert "citation.js" in response.content.decode()


def test_an_editor_chooses_and_lists_sources(client, article):
    client.force_login(make_user("editor", "Editors"))
    for name in ("wagtailsnippets_editorial_source:list", "wagtailsnippetchoosers_editorial_source:choose"):
        assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["wagtailimages:index", "wagtailimages:add", "wagtailimages_chooser:choose"])
@pytest.mark.parametrize("group", ["Editors", "Publishers"])
def test_whoever_writes_adds_and_chooses_pictures(client, tree, group, name):
    client.force_login(make_user("writer", group))
    assert client.get(reverse(name)).status_code == 200
