"""Which page an address leads to, and how little is asked for it."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction, Site

from pages.navigation import page_frame
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

from .asking import html_of
from .factories import make_standard_page


def found(path):
    """Give the page (or None) at `path`, asked for anew."""
    return Page.find_for_request(RequestFactory().get(f"/{path}"), path)


def test_a_page_below_a_list_is_found_by_one_question(tree, django_assert_num_queries):
    first, second = make_article(tree.articles, "One"), make_article(tree.articles, "Two")
    assert found(f"articles/{first.slug}/") == first
    with django_assert_num_queries(1):
        assert found(f"articles/{second.slug}/") == second


@pytest.mark.parametrize("path", ["", "articles/"])
def test_the_home_page_and_its_lists_are_found_by_one_question(tree, django_assert_num_queries, path):
    found(path)
    with django_assert_num_queries(1):
        assert found(path) is not None


def test_what_is_shown_is_read_anew_each_time(tree):
    assert found("articles/") is not found("articles/")


def test_a_renamed_list_leads_to_its_pages_at_once(client, tree):
    article = make_article(tree.articles, "One")
    html_of(client, article.url)
    tree.articles.slug = "texts"
    tree.articles.save()
    assert client.get(f"/articles/{article.slug}/").status_code == 404
    assert "One" in html_of(client, f"/texts/{article.slug}/")


def test_a_page_moved_to_the_top_is_found_there(client, tree):
    page = make_standard_page(tree.home, "Contact")
    assert found("contact/") == page
    below = make_standard_page(page, "By train")
    below.move(tree.home, pos="last-child")
    assert found("by-train/") == below
    assert found("contact/by-train/") is None


def test_an_unpublished_list_is_not_found(tree):
    found("articles/")
    tree.articles.unpublish()
    assert found("articles/") is None


def test_another_host_leads_to_its_own_site(tree):
    found("articles/")
    page = make_standard_page(tree.home, "Clinic")
    Site.objects.create(hostname="clinic.example", root_page=page)
    request = RequestFactory().get("/", SERVER_NAME="clinic.example")
    request.META["HTTP_HOST"] = "clinic.example"
    assert Page.find_for_request(request, "") == page


def test_hosts_and_ports_that_no_site_has_are_not_kept_one_by_one(tree, django_assert_num_queries):
    Site.find_for_request(RequestFactory().get("/", HTTP_HOST="one.example:81"))
    with django_assert_num_queries(0):
        assert Site.find_for_request(RequestFactory().get("/", HTTP_HOST="two.example:82"))


def test_an_address_of_the_list_itself_is_no_article(client, tree):
    make_article(tree.articles, "Behind the list", slug="topics")
    assert client.get("/articles/topics/").context["page"] == tree.articles


def test_pages_beside_each_other_ask_once_for_those_above(tree, django_assert_num_queries):
    pages = [make_condition(tree.conditions, name) for name in ("Gout", "Stroke")]
    page_frame(pages[0], RequestFactory().get(pages[0].url))
    with django_assert_num_queries(1):  # for translations of its own
        frame = page_frame(pages[1], RequestFactory().get(pages[1].url))
    assert [step.url for step in frame["crumbs"]] == ["/", "/conditions/"]


def test_a_renamed_list_is_renamed_above_its_pages(client, tree):
    page = make_condition(tree.conditions)
    html_of(client, page.url)
    tree.conditions.title = "Illnesses"
    tree.conditions.save()
    crumbs = page_frame(page, RequestFactory().get(page.url))["crumbs"]
    assert crumbs[-1].title == "Illnesses"


@pytest.mark.django_db(transaction=True)
def test_restrictions_are_asked_for_only_where_there_are_any(tree, django_assert_num_queries):
    page = make_article(tree.articles, "One")
    assert not page.get_view_restrictions()
    with django_assert_num_queries(0):
        assert not page.get_view_restrictions()
    rule = PageViewRestriction.objects.create(page=tree.articles, restriction_type="login")
    assert list(page.get_view_restrictions()) == [rule]
