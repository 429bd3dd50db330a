"""Listings of pages show each person what Wagtail would, and ask less of the database."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.models import GroupPagePermission

from editorial.listings import LeanExplorableIndexView, LeanIndexView, may_explore_everything
from tests.articles.factories import make_article

from .factories import make_user


@pytest.fixture
def places(tree):
    """The addresses (list of str) of the explorer and of the listing of articles, which has a draft."""
    make_article(tree.articles, "Published")
    make_article(tree.articles, "Draft", live=False)
    return [f"/admin/pages/{tree.articles.pk}/", "/admin/articles/"]


@pytest.fixture
def narrow(tree):
    """A member of staff who may write articles, and nothing else."""
    group = Group.objects.create(name="Writers of articles")
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=tree.articles, permission=change)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = make_user("narrow")
    user.groups.set([group])
    return user


def listed(client, place):
    """Give (titles, number of all) of one listing."""
    context = client.get(place).context
    return sorted(page.title for page in context["object_list"]), context["paginator"].count


def test_who_has_a_right_at_the_root_may_explore_everything(tree, narrow, django_user_model):
    assert may_explore_everything(make_user("editor", "Editors"))
    assert may_explore_everything(django_user_model(is_superuser=True))
    assert not may_explore_everything(narrow)
    assert not may_explore_everything(make_user("nobody"))


@pytest.mark.finding
@pytest.mark.parametrize("query", ["", "?q=Draft", "?live=true"])
def test_they_show_what_wagtails_own_show(client, places, query, monkeypatch):
    client.force_login(make_user("editor", "Editors"))
    lean = [listed(client, place + query) for place in places]
    monkeypatch.setattr(LeanIndexView, "get_base_queryset", IndexView.get_base_queryset)
    monkeypatch.setattr(LeanIndexView, "get_paginator", IndexView.get_paginator)
    monkeypatch.setattr(LeanExplorableIndexView, "get_base_queryset", ExplorableIndexView.get_base_queryset)
    assert lean == [listed(client, place + query) for place in places]
    assert lean[0][0]


def test_no_page_is_looked_up_among_all_pages(client, places):
    client.force_login(make_user("editor", "Editors"))
    for place in places:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(place).status_code == 200
        assert not [query["sql"] for query in queries if 'IN (SELECT U0."id" AS "pk"' in query["sql"]]


def test_who_may_see_a_part_sees_that_part(client, tree, places, narrow):
    client.force_login(narrow)
    assert listed(client, places[0])[0] == ["Draft", "Published"]
    titles = {page.title for page in client.get("/admin/conditions/").context["object_list"]}
    assert titles == set()
    other = client.get(f"/admin/pages/{tree.conditions.pk}/")
    assert other.status_code == 302


def ordered_by_hand(client, tree):
    return client.get(f"/admin/pages/{tree.articles.pk}/?ordering=ord")


def test_few_pages_are_drawn_together_to_be_put_in_order(client, tree, places):
    client.force_login(make_user("editor", "Editors"))
    context = ordered_by_hand(client, tree).context
    assert (context["ordering"], context["is_paginated"]) == ("ord", False)


def test_many_pages_are_never_drawn_all_at_once_and_staff_are_told_why(client, tree, places, monkeypatch):
    monkeypatch.setattr("editorial.listings.MOST_IN_ORDER", 1)
    client.force_login(make_user("editor", "Editors"))
    answer = ordered_by_hand(client, tree)
    assert answer.context["ordering"] != "ord"
    assert answer.context["paginator"].per_page == 50
    assert "With more than 1 pages here, their order cannot be set by hand." in answer.text
