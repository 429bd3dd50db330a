"""What a listing reads of all its pages at once is what Wagtail reads of each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Workflow, WorkflowState

from articles.models import ArticlePage
from editorial.lean_addresses import address_of
from editorial.listed_pages import annotated, has_kinds, listed, prepare
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

from .factories import make_user

MOST = {"explorer": 27, "listing": 18}


@pytest.fixture
def mixed(tree):
    """Pages of several types (PageQuerySet)."""
    make_article(tree.articles, "An article")
    make_condition(tree.conditions)
    return Page.objects.filter(depth__gt=1).order_by("path")


def test_each_page_is_what_it_is(mixed):
    found, stock = list(annotated(mixed)), list(mixed.specific())
    assert [(type(page), page.pk, page.title) for page in found] == [
        (type(page), page.pk, page.title) for page in stock
    ]
    assert len({type(page) for page in found}) > 2
    assert found == stock


def test_what_only_one_type_has_is_read_when_it_is_asked_for(mixed):
    (article,) = [page for page in annotated(mixed) if isinstance(page, ArticlePage)]
    assert article.format == ArticlePage.objects.get().format
    assert article.get_deferred_fields()


def test_only_a_model_with_other_models_below_is_looked_through():
    assert has_kinds(Page)
    assert not has_kinds(ArticlePage)


def test_a_workflow_that_goes_on_is_known_without_a_query(mixed):
    article = ArticlePage.objects.get()
    article.save_revision()
    WorkflowState.objects.create(
        workflow=Workflow.objects.first(),
        requested_by=make_user(),
        content_type=article.get_content_type(),
        base_content_type=article.get_base_content_type(),
        object_id=str(article.pk),
    )
    pages = list(listed(Page).filter(pk__in=mixed))
    prepare(pages)
    with CaptureQueriesContext(connection) as queries:
        found = {page.pk for page in pages if page.workflow_in_progress}
        assert {page.locale.language_code for page in pages} == {"en"}
        assert all(page.content_type.pk == page.content_type_id for page in pages)
    assert found == {article.pk}
    assert not queries.captured_queries


def test_addresses_are_wagtails(chinese_tree, tree, rf):
    for title, slug in [("One", "one"), ("Two", "two"), ("Draft", "draft")]:
        make_article(tree.articles, title, slug=slug, live=slug != "draft")
        make_article(chinese_tree.articles, title, slug=f"文章-{slug}")
    request = rf.get("/admin/")
    for page in [*Page.objects.filter(depth__gt=1), *ArticlePage.objects.all()]:
        assert address_of(page, request) == page.get_url(rf.get("/admin/"))


@pytest.mark.parametrize("name", MOST)
def test_a_listing_asks_no_more_than_it_must(tree, client, settings, name, django_assert_max_num_queries):
    settings.COUNT_CHANGES = True
    client.force_login(make_user("chief", is_superuser=True))
    for number in range(3):
        make_article(tree.articles, f"Article {number}", slug=f"a{number}")
    place = f"/admin/pages/{tree.articles.pk}/" if name == "explorer" else "/admin/articles/"
    client.get(place)
    with django_assert_max_num_queries(MOST[name]):
        assert client.get(place).status_code == 200
