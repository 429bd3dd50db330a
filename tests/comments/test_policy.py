"""Open, closed, off, dated; from page, section and site."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from comments.models import CommentSettings
from comments.policy import policy_for

pytestmark = pytest.mark.django_db


def state(page):
    return policy_for(page).state


def site_settings(**values):
    settings = CommentSettings.for_site(Site.objects.get())
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()


def test_without_any_choice_the_site_decides(article):
    assert state(article) == "open"
    site_settings(default_mode="closed")
    assert state(article) == "closed"


def test_the_section_decides_for_its_pages(article, tree):
    tree.articles.comments_mode = "off"
    tree.articles.save()
    assert state(article) == "off"


def test_the_page_overrules_its_section(article, tree):
    tree.articles.comments_mode = "off"
    tree.articles.save()
    article.comments_mode = "open"
    assert state(article) == "open"


@pytest.mark.parametrize(("days", "expected"), [(0, "open"), (-1, "closed")])
def test_the_last_day_still_takes_comments(article, days, expected):
    article.comments_open_until = timezone.localdate() + timedelta(days=days)
    assert state(article) == expected


def test_the_deadline_of_the_section_holds_for_its_pages(article, tree):
    tree.articles.comments_open_until = timezone.localdate() - timedelta(days=1)
    tree.articles.save()
    assert state(article) == "closed"


@pytest.mark.parametrize(("age", "expected"), [(30, "open"), (31, "closed")])
def test_a_page_closes_so_many_days_after_publication(article, age, expected):
    site_settings(close_after_days=30)
    article.first_published_at = timezone.now() - timedelta(days=age)
    assert state(article) == expected


def test_an_unpublished_page_takes_no_comments(article):
    article.live = False
    assert state(article) == "closed"


def test_a_page_class_without_the_choice_has_comments_off(tree):
    assert state(tree.home) == "off"


def test_the_policy_costs_no_query_beyond_site_and_settings(article, django_assert_num_queries):
    policy_for(article)
    with django_assert_num_queries(2):
        policy_for(article)


def test_for_a_request_all_of_it_is_kept_until_it_changes(article, rf, django_assert_num_queries):
    request = rf.get(article.url)
    policy_for(article, request)
    with django_assert_num_queries(0):
        assert policy_for(article, request).is_open
    site_settings(default_mode="closed")
    assert not policy_for(article, rf.get(article.url)).is_open
