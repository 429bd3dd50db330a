"""What every listing of the admin asks is found by an index, with as many pages as there are."""

import pytest
from django.db import connection
from django.db.models import F
from wagtail.models import Page

from pages.visibility import hidden


def plan(queryset):
    """Give what the database says it would do (str), were the tables too long to read whole."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    return queryset.explain()


@pytest.mark.django_db
def test_the_latest_changed_pages_are_not_sorted():
    ordered = Page.objects.order_by(F("latest_revision_created_at").desc(nulls_last=True))[:50]
    assert "pages_latest_changed" in plan(ordered)


@pytest.mark.django_db
@pytest.mark.postgres
def test_the_roots_are_found_at_once():
    assert "pages_roots" in plan(Page.get_root_nodes())


@pytest.mark.django_db
@pytest.mark.postgres
def test_the_few_pages_that_are_hidden_are_found_without_the_others(tree, rf):
    assert "pages_not_live" in plan(hidden(Page.objects.child_of(tree.articles), rf.get("/")))
