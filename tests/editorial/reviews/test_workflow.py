"""From submission to publication through a clinician's signature."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow

from articles.models import ArticlePage
from editorial.models import ContributorPage, MedicalReviewTask, Review
from tests.editorial.factories import make_contributor, make_user

POINTS = "checked"


@pytest.fixture
def state(tree, draft):
    return Workflow.objects.get(name="Medical review").start(draft, draft.owner)


def act(client, user, page, state, action="approve", **data):
    client.force_login(user)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.current_task_state.pk])
    return client.post(url, data, follow=True)


def sign(client, user, page, state):
    points = MedicalReviewTask.objects.get().points
    return act(client, user, page, state, checked=points, comment="Sound.")


def fresh(page):
    return ArticlePage.objects.get(pk=page.pk)


def test_a_signature_writes_reviewer_and_date_on_the_page(client, clinician, draft, state):
    sign(client, clinician, draft, state)
    page = fresh(draft)
    assert (page.last_reviewed_on, page.last_reviewed_by.title) == (timezone.localdate(), "Dr Demo")
    assert Review.objects.get().outcome == "approved"


def test_the_reviewer_reads_what_the_answer_did(client, clinician, draft, state):
    response = sign(client, clinician, draft, state)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_home")
    assert f"You have signed the medical review of “{draft.title}”." in response.content.decode()


def test_nobody_else_is_told_that_they_have_signed(client, clinician, draft, state):
    answer = state.current_task_state
    sign(client, clinician, draft, state)
    client.force_login(make_user("other", "Medical reviewers"))
    assert client.get(reverse("review_answered", args=[answer.pk])).status_code == 404


def test_after_the_signature_a_publisher_publishes(client, clinician, draft, state):
    sign(client, clinician, draft, state)
    state.refresh_from_db()
    act(client, make_user("publisher", "Publishers"), draft, state)
    assert fresh(draft).live
    assert fresh(draft).last_reviewed_by.title == "Dr Demo"


def test_a_signature_needs_every_point_ticked(client, clinician, draft, state):
    act(client, clinician, draft, state, checked=MedicalReviewTask.objects.get().points[:1])
    assert not Review.objects.exists()


def test_changes_requested_are_kept_with_their_note(client, clinician, draft, state):
    act(client, clinician, draft, state, "reject", comment="Name the risks.")
    assert Review.objects.get().note == "Name the risks."
    assert fresh(draft).last_reviewed_on is None


def test_a_reviewer_who_loses_verification_is_told_and_nothing_is_lost(client, clinician, draft, state):
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    ContributorPage.objects.update(verified_until=yesterday)
    response = sign(client, clinician, draft, state)
    assert "Your credentials were verified until" in response.content.decode()
    state.refresh_from_db()
    assert (state.status, Review.objects.count()) == ("in_progress", 0)


def test_only_the_named_reviewer_may_sign(client, clinician, draft, state, tree):
    ArticlePage.objects.update(medical_reviewer=make_contributor(tree.people, "Dr Other"))
    draft.refresh_from_db()
    draft.save_revision()
    state.current_task_state.revision = draft.latest_revision
    state.current_task_state.save()
    assert "Dr Other was asked" in sign(client, clinician, draft, state).content.decode()


def test_an_editor_without_profile_sees_no_signature(client, draft, state):
    task = state.current_task_state.task.specific
    assert task.get_actions(draft, make_user("editor", "Editors")) == []


def test_nobody_changes_a_text_while_it_is_checked(draft, state, clinician):
    assert Page.objects.get(pk=draft.pk).specific.get_lock().for_user(draft.owner)


def test_the_signature_is_offered_first_in_the_editor(client, clinician, draft, state):
    client.force_login(clinician)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    answers = [text.find(f"/{name}/{state.current_task_state.pk}/") for name in ("approve", "reject")]
    assert -1 < answers[0] < answers[1] < text.index("Page locked")
    assert "js/admin/review.js" in text


def test_whoever_may_not_sign_is_offered_no_signature(client, draft, state):
    client.force_login(draft.owner)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "data-review-answer" not in text
