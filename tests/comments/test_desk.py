"""The moderation desk."""

import pytest
from django.urls import reverse

from comments.models import ModerationLogEntry, Status
from tests.editorial.factories import make_user

from .factories import make_comment

pytestmark = pytest.mark.django_db

DESK = "/admin/reader-comments/"


def decide(client, *comments, action="approve", **data):
    ticked = [f"{comment.pk}-{comment.version}" for comment in comments]
    return client.post(
        reverse("reader_comments:decide"), {"comment": ticked, "action": action, **data}, follow=True
    )


def test_the_desk_shows_the_whole_text_of_waiting_comments(desk_client, article):
    make_comment(article, status=Status.PENDING, body="word " * 400 + "end of it")
    assert "end of it" in desk_client.get(DESK).content.decode()


def test_fifty_comments_are_approved_in_two_requests(desk_client, article):
    comments = [make_comment(article, status=Status.PENDING) for _number in range(50)]
    page = desk_client.get(DESK).content.decode()
    assert page.count('name="comment"') == 50
    decide(desk_client, *comments)
    assert article.reader_comments.approved().count() == 50


def test_one_comment_is_rejected_by_its_own_button(desk_client, article):
    comment = make_comment(article, status=Status.PENDING)
    desk_client.post(reverse("reader_comments:decide"), {"one": f"reject:{comment.pk}-{comment.version}"})
    comment.refresh_from_db()
    assert (comment.status, comment.lane, comment.decided_by.username) == ("rejected", "", "moderator")


def test_every_decision_is_logged_with_its_actor(desk_client, article, moderator):
    decide(desk_client, make_comment(article, status=Status.PENDING))
    entry = ModerationLogEntry.objects.latest("pk")
    assert (entry.action, entry.actor, entry.before["status"]) == ("approve", moderator, "pending")


def test_a_comment_decided_meanwhile_is_not_overwritten(desk_client, article):
    comment = make_comment(article, status=Status.PENDING)
    decide(desk_client, comment, action="spam")
    page = decide(desk_client, comment).content.decode()
    comment.refresh_from_db()
    assert comment.status == "spam"
    assert "moderator has changed the comment by Wei meanwhile" in page


def test_nothing_ticked_is_said_in_plain_words(desk_client, article):
    assert "Tick at least one comment first." in decide(desk_client).content.decode()


def test_staff_without_the_permission_are_turned_away(client, db):
    client.force_login(make_user("editor", "Editors"))
    assert client.get(DESK).status_code == 302


def test_the_menu_entry_shows_how_many_wait(desk_client, article):
    make_comment(article, status=Status.PENDING)
    make_comment(article, status=Status.SPAM)
    assert "Reader comments (1)" in desk_client.get("/admin/").content.decode()


def test_an_empty_lane_says_so(desk_client, tree):
    assert "Nothing waits in this lane." in desk_client.get(DESK).content.decode()
