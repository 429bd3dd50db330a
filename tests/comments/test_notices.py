"""Mail: to moderators at once, to confirmed writers, and nothing by GET."""

import re

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from comments.models import CommentSettings, MailAddress, OutgoingMail, ReaderComment, Status, WordList
from comments.services import decide, report_comment

from .factories import form_data, make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _moderators_address(tree):
    settings = CommentSettings.for_site(Site.objects.get())
    settings.moderator_emails = "desk@example.org"
    settings.save()


@pytest.fixture
def send(client, article, django_capture_on_commit_callbacks):
    """Send a comment from the form; give it."""

    def run(**fields):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse("comments:new", args=[article.pk]), form_data(article, **fields))
        return ReaderComment.objects.latest("pk")

    return run


def take(comment, action, moderator, capture, **kwargs):
    comment.refresh_from_db()
    with capture(execute=True):
        decide(comment_id=comment.pk, version=comment.version, actor=moderator, action=action, **kwargs)


def test_a_safeguarding_comment_is_mailed_at_once_without_its_text(send):
    WordList.objects.create(name="d", kind="safeguarding", words="want to die", level=3)
    comment = send(body="I want to die tonight")
    message = mail.outbox[0]
    assert message.bcc == ["desk@example.org"]
    assert f"/admin/reader-comments/{comment.pk}/" in message.body
    assert "tonight" not in message.body


def test_the_writer_in_danger_sees_help_at_once(client, article):
    WordList.objects.create(name="d", kind="safeguarding", words="want to die", level=3)
    address = reverse("comments:new", args=[article.pk])
    page = client.post(address, form_data(article, body="I want to die"), follow=True).content.decode()
    assert "please get help now" in page
    assert "Nobody watches these comments round the clock" in page


def test_help_does_not_wait_until_the_form_is_complete(client, article):
    WordList.objects.create(name="d", kind="safeguarding", words="want to die", level=3)
    address = reverse("comments:new", args=[article.pk])
    response = client.post(address, form_data(article, body="I want to die", name=""))
    assert response.status_code == 422
    assert "please get help now" in response.content.decode()


def test_an_address_is_asked_once_a_day_and_confirmed_by_a_button(client, send):
    first = send(email="ana@example.org", body="First comment of mine")
    send(email="ana@example.org", body="Second comment of mine")
    assert len(mail.outbox) == 1
    link = re.search(r"(/comments/confirm/\S+)", mail.outbox[0].body)[1]
    client.get(link)
    first.refresh_from_db()
    assert not first.email_confirmed
    client.post(link)
    assert ReaderComment.objects.filter(email_confirmed=True).count() == 2


def confirmed(article, **fields):
    return make_comment(article, email="ana@example.org", email_confirmed=True, **fields)


def test_a_rejection_is_mailed_with_its_reason(article, moderator, django_capture_on_commit_callbacks):
    comment = confirmed(article, status=Status.PENDING)
    take(comment, "reject", moderator, django_capture_on_commit_callbacks, reason="Off topic")
    assert "Off topic" in mail.outbox[0].body
    assert mail.outbox[0].bcc == ["ana@example.org"]


def test_a_decision_is_mailed_once_however_often_it_changes(
    article, moderator, django_capture_on_commit_callbacks
):
    comment = confirmed(article, status=Status.PENDING)
    for action in ("reject", "approve", "reject"):
        take(comment, action, moderator, django_capture_on_commit_callbacks, reason="Off topic")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("action", ["spam", "remove"])
def test_spam_and_removal_are_not_mailed(article, moderator, django_capture_on_commit_callbacks, action):
    take(confirmed(article, status=Status.PENDING), action, moderator, django_capture_on_commit_callbacks)
    assert not mail.outbox


def test_an_address_that_is_not_confirmed_gets_nothing(
    article, moderator, django_capture_on_commit_callbacks
):
    comment = make_comment(article, email="ana@example.org", status=Status.PENDING)
    take(comment, "approve", moderator, django_capture_on_commit_callbacks)
    assert not mail.outbox


def test_a_reply_is_mailed_to_whom_it_answers_until_they_stop_it(
    client, article, moderator, django_capture_on_commit_callbacks
):
    parent = confirmed(article, notify_replies=True)
    reply = make_comment(article, parent=parent, status=Status.PENDING, name="Bo")
    take(reply, "approve", moderator, django_capture_on_commit_callbacks)
    assert "Bo answered your comment" in mail.outbox[0].body
    stop = re.search(r"(/comments/stop/\S+)", mail.outbox[0].body)[1]
    client.get(stop)
    parent.refresh_from_db()
    assert parent.notify_replies
    client.post(stop)
    parent.refresh_from_db()
    assert not parent.notify_replies


class BrokenBackend(BaseEmailBackend):
    """A mail server that is away."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail today")


def test_mail_survives_a_mail_server_that_is_away(send, settings):
    working = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"
    send(email="ana@example.org")
    assert OutgoingMail.objects.count() == 1
    settings.EMAIL_BACKEND = working
    call_command("send_comment_mail")
    assert (len(mail.outbox), OutgoingMail.objects.count()) == (1, 0)


def test_moderators_get_the_languages_of_the_site_and_writers_their_own(
    article, moderator, django_capture_on_commit_callbacks
):
    comment = confirmed(article, language="zh-hans")
    with translation.override("zh-hans"), django_capture_on_commit_callbacks(execute=True):
        report_comment(comment_id=comment.pk, reason="abusive", writer_key="w", network_key="n")
    take(comment, "reject", moderator, django_capture_on_commit_callbacks)
    assert [message.subject for message in mail.outbox] == [
        "Reader comment needs you now: Abusive or hurtful",
        "您的评论未获发布",
    ]


def test_the_digest_says_what_waits(article, django_capture_on_commit_callbacks):
    make_comment(article, status=Status.PENDING)
    call_command("send_comment_mail", "--digest")
    assert "Waiting: 1" in mail.outbox[0].body


def test_no_header_can_be_smuggled_into_a_mail(send):
    send(email="ana@example.org", name="Eve\r\nBcc: all@example.org")
    assert mail.outbox[0].bcc == ["ana@example.org"]
    assert MailAddress.objects.count() == 1
