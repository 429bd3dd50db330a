"""The matrix: on every path to the public an imported, unreviewed text is refused and stays a draft."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from articles.models import ArticlePage
from editorial.gate import GateRefused
from editorial.models import BoardEntry, User
from tests.articles.factories import make_article
from tests.editorial.forms import form_values


@pytest.fixture
def admin(client, db):
    user = User.objects.create_superuser("root", "root@example.org", "a-long-password")
    client.force_login(user)
    return user


@pytest.fixture
def draft(tree):
    article = make_article(tree.articles, live=False, origin=ArticlePage.Origin.IMPORTED)
    article.save_revision()
    return article


@pytest.fixture
def good(tree):
    article = make_article(tree.articles, "A good text", live=False)
    article.save_revision()
    return article


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def form_of(client, page):
    """Give what the browser would send for the page's form."""
    return form_values(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))) | {"body-count": "0"}


def test_the_button(client, admin, draft):
    data = form_of(client, draft) | {"action-publish": "1"}
    response = client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), data)
    assert "needs a completed review by a clinician" in response.content.decode()
    assert not is_live(draft)


def test_a_draft_always_saves(client, admin, draft):
    data = form_of(client, draft) | {"title": "Changed"}
    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), data)
    draft.refresh_from_db()
    assert draft.get_latest_revision_as_object().title == "Changed"


def test_a_draft_of_a_public_page_saves_with_any_problem(client, admin, good):
    good.get_latest_revision().publish()
    data = form_of(client, good) | {"title_status": "proposed", "title": "Half done"}
    client.post(reverse("wagtailadmin_pages:edit", args=[good.pk]), data)
    good.refresh_from_db()
    assert (good.title, good.get_latest_revision_as_object().title) == ("A good text", "Half done")


def test_the_button_lets_a_good_page_through(client, admin, good):
    data = form_of(client, good) | {"action-publish": "1"}
    client.post(reverse("wagtailadmin_pages:edit", args=[good.pk]), data)
    assert is_live(good)


def test_bulk_publishing_names_the_refused_and_publishes_the_rest(client, admin, draft, good):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(
        f"{url}?id={draft.pk}&id={good.pk}&next=/admin/", {"include_descendants": ""}, follow=True
    )
    assert "needs a completed review by a clinician" in response.content.decode()
    assert (is_live(draft), is_live(good)) == (False, True)


def test_a_schedule_survives_a_refused_page_and_puts_it_on_the_board(admin, draft, good):
    for page in (draft, good):
        page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=5))
    call_command("publish_scheduled")
    assert (is_live(draft), is_live(good)) == (False, True)
    entry = BoardEntry.objects.open().get(page=draft)
    assert (entry.reason, "clinician" in entry.detail) == ("publish_refused", True)


def test_a_schedule_in_the_form_is_refused_at_once(client, admin, draft):
    later = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = form_of(client, draft) | {"action-publish": "1", "go_live_at": later}
    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), data)
    assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.fixture
def workflow(tree):
    workflow, task = Workflow.objects.create(name="Check"), GroupApprovalTask.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=tree.articles)
    return workflow


def test_approval_at_the_end_of_a_workflow(client, admin, workflow, draft):
    state = workflow.start(draft, admin)
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.current_task_state.pk]
    )
    response = client.post(url, {"comment": ""}, follow=True)
    assert "was not published" in response.content.decode()
    assert not is_live(draft)
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_code_that_publishes_a_revision(draft):
    with pytest.raises(GateRefused, match="clinician"):
        draft.get_latest_revision().publish()
    assert not is_live(draft)


def test_code_that_saves_a_page_as_live(draft):
    draft.live = True
    with pytest.raises(GateRefused):
        draft.save()


def test_code_that_saves_through_the_plain_page(draft):
    page = Page.objects.get(pk=draft.pk)
    page.live = True
    with pytest.raises(GateRefused):
        page.save()


def test_code_that_adds_a_live_page(tree):
    with pytest.raises(GateRefused):
        make_article(tree.articles, "New", origin=ArticlePage.Origin.IMPORTED)


def test_a_copy_that_keeps_a_page_live(client, admin, tree, draft):
    Page.objects.filter(pk=draft.pk).update(live=True)
    page = ArticlePage.objects.get(pk=draft.pk)
    with pytest.raises(GateRefused):
        page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert ArticlePage.objects.count() == 1


def test_the_copy_view_answers_in_words(client, admin, tree, draft):
    Page.objects.filter(pk=draft.pk).update(live=True)
    data = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": tree.articles.pk,
        "publish_copies": "on",
    }
    response = client.post(reverse("wagtailadmin_pages:copy", args=[draft.pk]), data, follow=True)
    assert "was not published" in response.content.decode()
    assert ArticlePage.objects.count() == 1


def test_publishing_a_translation(chinese_tree, draft):
    translation = draft.copy_for_translation(chinese_tree.articles.locale)
    with pytest.raises(GateRefused):
        translation.get_latest_revision().publish()


def test_a_refused_publication_leaves_nothing_half_done(draft):
    revision = draft.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
    with pytest.raises(GateRefused):
        draft.save_revision().publish()
    revision.refresh_from_db()
    assert revision.approved_go_live_at is not None


def test_a_public_page_with_an_old_problem_can_still_be_locked(draft):
    Page.objects.filter(pk=draft.pk).update(live=True)
    page = ArticlePage.objects.get(pk=draft.pk)
    page.locked = True
    page.save()
    assert ArticlePage.objects.get(pk=draft.pk).locked
