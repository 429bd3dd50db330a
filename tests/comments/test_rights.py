"""Copy, anonymity, erasure, and forgetting by age."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from comments.models import AddressSalt, ModerationLogEntry, ReaderComment, Status
from comments.services import comments_of, erase, redact
from comments.standing import email_key

from .factories import make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(client, article, django_capture_on_commit_callbacks):
    """The address of the page of rights, as mailed to ana@example.org."""
    make_comment(article, email="ana@example.org", name="Ana", body="My secret story")
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/comments/", {"email": "ana@example.org"})
    return re.search(r"http\S+?(/comments/rights/\S+)", mail.outbox[-1].body)[1]


def test_known_and_unknown_addresses_get_the_same_answer(client, article, link):
    unknown = client.post("/comments/", {"email": "nobody@example.org"}).content
    known = client.post("/comments/", {"email": "ana@example.org"}).content
    token = re.compile(rb'csrfmiddlewaretoken" value="[^"]+"')
    assert token.sub(b"", unknown) == token.sub(b"", known)


def test_opening_the_link_changes_nothing(client, link):
    assert "My secret story" in client.get(link).content.decode()
    assert ReaderComment.objects.get().body == "My secret story"


def test_a_copy_holds_everything_stored(client, link):
    copy = client.post(link, {"action": "export"}).json()
    assert copy["comments"][0]["body"] == "My secret story"
    assert copy["comments"][0]["email"] == "ana@example.org"


def test_anonymising_leaves_the_text(client, link):
    client.post(link, {"action": "anonymise"})
    comment = ReaderComment.objects.get()
    assert (comment.name, comment.email, comment.email_key, comment.body) == ("", "", "", "My secret story")


def test_a_stranger_with_a_changed_link_sees_nothing(client, link):
    assert client.post(link[:-3] + "x/", {"action": "erase"}).status_code == 404
    assert ReaderComment.objects.get().body


def test_erasing_keeps_the_shape_of_the_thread(client, article, link):
    parent = ReaderComment.objects.get()
    make_comment(article, parent=parent, body="the answer")
    client.post(link, {"action": "erase"})
    page = client.get(f"/comments/{article.pk}/").content.decode()
    assert "This comment was removed." in page
    assert "the answer" in page


def test_nothing_of_an_erased_comment_is_left_anywhere(article, moderator):
    comment = make_comment(article, name="Ana Uniquename", body="secret words", email="ana@example.org")
    redact(comment_id=comment.pk, version=comment.version, actor=moderator, body="shorter words")
    erase(comments=comments_of(key=email_key("ana@example.org")))
    rows = [str(ReaderComment.objects.values().get()), *map(str, ModerationLogEntry.objects.values())]
    assert not any(word in row for row in rows for word in ("secret", "shorter", "Uniquename", "ana@"))
    assert ModerationLogEntry.objects.filter(action="redact").exists()


def aged(page, days, **fields):
    return make_comment(page, created_at=timezone.now() - timedelta(days=days), **fields)


@pytest.mark.parametrize(("days", "kept"), [(1, True), (3, False)])
def test_network_hashes_are_forgotten_after_two_days(article, days, kept):
    comment = aged(article, days, network_key="n" * 64)
    AddressSalt.objects.create(day=timezone.localdate() - timedelta(days=days))
    call_command("purge_comment_data")
    comment.refresh_from_db()
    assert bool(comment.network_key) == kept
    assert AddressSalt.objects.exists() == kept


@pytest.mark.parametrize(("days", "kept"), [(179, True), (181, False)])
def test_addresses_are_forgotten_after_180_days(article, days, kept):
    comment = aged(article, days, email="ana@example.org")
    call_command("purge_comment_data")
    comment.refresh_from_db()
    assert bool(comment.email) == kept


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_rejected_texts_are_forgotten_after_30_days(article, days, kept):
    comment = aged(article, days, status=Status.REJECTED)
    call_command("purge_comment_data")
    comment.refresh_from_db()
    assert bool(comment.body) == kept


def test_an_undecided_safeguarding_comment_is_never_purged(article):
    comment = aged(article, 400, status=Status.PENDING, lane="safeguarding", risk=3)
    call_command("purge_comment_data")
    comment.refresh_from_db()
    assert comment.body
