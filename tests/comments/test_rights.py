"""Copy, anonymity, erasure, and forgetting by age."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from comments.models import (
    AddressSalt,
    CommentReport,
    HelpfulVote,
    MailAddress,
    ModerationLogEntry,
    ReaderComment,
    Sanction,
    Status,
)
from comments.services import (
    comments_of,
    erase,
    export_personal_data,
    redact,
    report_comment,
    sanction,
    stop_mail,
    vote_helpful,
)
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


def test_network_hashes_of_reports_votes_and_bans_are_forgotten_too(article, moderator):
    comment = make_comment(article, network_key="n" * 64)
    vote_helpful(comment=comment, writer_key="a", network_key="v" * 64)
    report_comment(comment_id=comment.pk, reason="other", writer_key="a", network_key="r" * 64)
    facts = {"kind": "ban", "target": "network", "reason": "spam"}
    sanction(comment=comment, actor=moderator, **facts)
    for model in (CommentReport, HelpfulVote, Sanction):
        model.objects.update(created_at=timezone.now() - timedelta(days=3))
    call_command("purge_comment_data")
    rows = [str(row) for model in (CommentReport, HelpfulVote, Sanction) for row in model.objects.values()]
    assert len(rows) == 3
    assert not any(letter * 64 in row for row in rows for letter in "nvr")


def test_who_reported_is_forgotten_a_month_after_the_decision(article):
    comment = make_comment(article)
    for who in "ab":
        report_comment(comment_id=comment.pk, reason="other", text="t", writer_key=who, network_key=who)
    CommentReport.objects.filter(writer_key="a").update(settled_at=timezone.now() - timedelta(days=31))
    call_command("purge_comment_data")
    assert [row.writer_key for row in comment.reports.order_by("pk")][1:] == ["b"]
    assert comment.reports.exclude(text="").count() == 1


def test_an_address_goes_with_its_last_comment_and_a_refused_one_is_only_a_key(article):
    old = timezone.now() - timedelta(days=200)
    for name in ("kept", "gone"):
        MailAddress.objects.create(
            key=email_key(name), email=f"{name}@example.org", asked_at=old, confirmed_at=old
        )
    make_comment(article, email="kept")
    stop_mail(key="refused")
    call_command("purge_comment_data")
    assert sorted(row.email for row in MailAddress.objects.all()) == ["", "kept@example.org"]


def test_a_copy_holds_reports_votes_bans_and_texts_before_changes(article, moderator):
    mine = make_comment(article, writer_key="w", body="First words")
    redact(comment_id=mine.pk, version=mine.version, actor=moderator, body="Fewer words")
    other = make_comment(article, body="Other")
    vote_helpful(comment=other, writer_key="w", network_key="n")
    report_comment(comment_id=other.pk, reason="abusive", text="rude", writer_key="w", network_key="n")
    sanction(comment=mine, actor=moderator, kind="hold", target="writer", reason="calm down")
    copy = export_personal_data(comments=comments_of(writer_key="w"))
    assert "First words" in str(copy["comments"][0]["history"])
    assert (copy["reports"][0]["text"], copy["sanctions"][0]["reason"]) == ("rude", "calm down")
    assert copy["votes"][0]["comment"] == other.pk


def test_erasing_forgets_what_the_browser_said_of_others(article):
    make_comment(article, writer_key="w", email="ana@example.org")
    other = make_comment(article)
    vote_helpful(comment=other, writer_key="w", network_key="n")
    report_comment(comment_id=other.pk, reason="abusive", text="rude", writer_key="w", network_key="n")
    erase(comments=comments_of(writer_key="w"))
    rows = [*map(str, CommentReport.objects.values()), *map(str, HelpfulVote.objects.values())]
    assert not any("'w'" in row or "rude" in row for row in rows)


def test_the_command_gives_a_copy_and_erases_when_the_request_came_by_letter(article, capsys):
    make_comment(article, email="ana@example.org", body="My secret story")
    call_command("personal_comment_data", "Ana@example.org")
    assert "My secret story" in capsys.readouterr().out
    call_command("personal_comment_data", "ana@example.org", "--do", "erase")
    assert ReaderComment.objects.get().body == ""
    with pytest.raises(CommandError):
        call_command("personal_comment_data", "ana@example.org")


def test_an_undecided_safeguarding_comment_is_never_purged(article):
    comment = aged(article, 400, status=Status.PENDING, lane="safeguarding", risk=3)
    call_command("purge_comment_data")
    comment.refresh_from_db()
    assert comment.body
