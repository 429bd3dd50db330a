"""What writers do with their own comments."""

from datetime import timedelta

import pytest
from django.urls import reverse

from comments.models import ReaderComment, Status, WordList

from .factories import form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(client, article):
    """A comment this test's browser has just written."""
    client.post(reverse("comments:new", args=[article.pk]), form_data(article))
    return ReaderComment.objects.get()


def address(name, comment):
    return reverse(f"comments:{name}", args=[comment.page_id, comment.pk])


def test_a_writer_corrects_a_comment_within_the_window(client, own):
    client.post(address("edit", own), {"body": "Crutches helped me a lot."})
    own.refresh_from_db()
    assert own.body == "Crutches helped me a lot."
    assert own.log.filter(action="edited").exists()


def test_after_the_window_the_text_comes_back_and_nothing_changes(client, own):
    ReaderComment.objects.update(created_at=own.created_at - timedelta(minutes=11))
    response = client.post(address("edit", own), {"body": "Too late"})
    own.refresh_from_db()
    assert (response.status_code, own.body) == (403, "Crutches helped me.")
    assert "Too late" in response.content.decode()


def test_a_correction_of_a_public_comment_goes_through_the_guard(client, own):
    ReaderComment.objects.update(status=Status.APPROVED, lane="", shown=True)
    client.post(address("edit", own), {"body": "Now buy at www.example.xyz and use discount code X"})
    own.refresh_from_db()
    assert (own.status, own.lane) == (Status.PENDING, "suspect")


def test_a_correction_does_not_leave_the_safeguarding_lane(client, own, moderator):
    ReaderComment.objects.update(lane="safeguarding", risk=3, first_approver=moderator)
    client.post(address("edit", own), {"body": "Forget what I said."})
    own.refresh_from_db()
    assert (own.lane, own.risk, own.first_approver) == ("safeguarding", 3, None)


def test_a_correction_that_sounds_like_danger_is_told_and_answered_with_help(client, own, monkeypatch):
    WordList.objects.create(name="d", kind="safeguarding", words="want to die", level=3)
    told = []
    monkeypatch.setattr("comments.services.own.tell_moderators", lambda *facts: told.append(facts))
    page = client.post(address("edit", own), {"body": "I want to die."}, follow=True).content.decode()
    own.refresh_from_db()
    assert (own.lane, len(told)) == ("safeguarding", 1)
    assert "please get help now" in page


def test_nobody_else_can_change_it(client, own):
    client.cookies.clear()
    assert client.post(address("edit", own), {"body": "Mine now"}).status_code == 404
    assert client.post(address("take_back", own)).status_code == 404


def test_a_forged_cookie_opens_nothing(client, own):
    client.cookies.clear()
    client.cookies["comment_writer_en"] = own.writer_key
    assert client.get(address("edit", own)).status_code == 404


def test_taking_back_needs_the_button(client, own):
    client.get(address("take_back", own))
    own.refresh_from_db()
    assert own.status == Status.PENDING
    client.post(address("take_back", own))
    own.refresh_from_db()
    assert own.status == Status.REMOVED


def test_the_cookie_is_hidden_from_scripts_and_kept_to_the_comments(client, own):
    cookie = client.cookies["comment_writer_en"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/comments/", True, "Lax")


def test_own_waiting_comments_are_shown_only_to_their_writer(client, own):
    pages = [reverse(f"comments:{name}", args=[own.page_id]) for name in ("mine", "list")]
    assert all("Crutches helped me." in client.get(page).content.decode() for page in pages)
    client.cookies.clear()
    assert not any("Crutches helped me." in client.get(page).content.decode() for page in pages)
