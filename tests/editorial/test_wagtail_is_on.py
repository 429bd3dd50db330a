"""What Wagtail gives is switched on, and an editor reaches it, for every medical page type."""

import pytest
from django.urls import reverse
from wagtail.models import Page, Workflow
from wagtail.search.index import class_is_indexed

from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_treatment
from tests.editorial.factories import make_user
from tests.editorial.forms import form_values

MAKERS = {
    "article": lambda tree: make_article(tree.articles),
    "condition": lambda tree: make_condition(tree.conditions),
    "treatment": lambda tree: make_treatment(tree.treatments),
}


@pytest.fixture(params=MAKERS)
def page(request, tree, client):
    page = MAKERS[request.param](tree)
    client.force_login(make_user("editor", "Editors"))
    return page


def url(name, *args):
    return reverse(f"wagtailadmin_pages:{name}", args=args)


@pytest.mark.parametrize("view", ["edit", "history", "usage", "preview_on_edit"])
def test_an_editor_opens_form_history_usage_and_preview(client, page, view):
    assert client.get(url(view, page.pk)).status_code == 200


def test_an_editor_compares_two_drafts(client, page):
    for title in ("One", "Two"):
        page.title = title
        page.save_revision()
    html = client.get(url("revisions_compare", page.pk, "earliest", "latest")).content.decode()
    assert ("One" in html, "Two" in html) == (True, True)


def test_an_editor_looks_at_the_draft(client, page):
    page.title = "Only drafted"
    page.save_revision()
    assert "Only drafted" in client.get(url("view_draft", page.pk)).content.decode()


def test_the_form_offers_a_schedule_and_submission_but_not_publication(client, page):
    html = client.get(url("edit", page.pk)).content.decode()
    assert "go_live_at" not in form_values(client.get(url("edit", page.pk)))
    assert ("action-submit" in html, "action-publish" in html) == (True, False)


def test_a_publisher_schedules_and_locks(client, page):
    client.force_login(make_user("publisher", "Publishers"))
    assert 'name="go_live_at"' in client.get(url("edit", page.pk)).content.decode()
    client.post(url("lock", page.pk))
    assert Page.objects.get(pk=page.pk).locked


def test_every_page_has_the_medical_workflow(page):
    assert page.get_workflow() == Workflow.objects.get(name="Medical review")


def test_every_type_is_indexed_for_searching(page):
    assert class_is_indexed(type(page))


def test_a_moved_address_redirects(client, page, django_capture_on_commit_callbacks):
    client.force_login(make_user("publisher", "Publishers"))
    old = page.url
    page.slug = "moved"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert client.get(old, follow=False).status_code == 301


@pytest.mark.parametrize("name", ["wagtailredirects:index", "wagtailadmin_reports:locked_pages"])
def test_a_publisher_reaches_redirects_and_reports(client, page, name):
    client.force_login(make_user("publisher", "Publishers"))
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.finding
def test_an_editor_searches_pages_in_the_admin(client, page):
    html = client.get(reverse("wagtailadmin_pages:search"), {"q": page.title.split()[0]}).content.decode()
    assert page.title in html
