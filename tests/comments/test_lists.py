"""The log, the texts of consent, canned replies: the smaller screens of the desk."""

import pytest
from django.urls import reverse

from comments.desk import canned_for
from comments.models import CannedReply, ConsentText, ModerationLogEntry, ReaderComment, Status
from comments.services import change_consent, decide
from comments.views import lists
from tests.editorial.factories import make_user

from .factories import form_data, make_comment

pytestmark = pytest.mark.django_db

LOG = "/admin/reader-comments/log/"
CONSENT = "/admin/reader-comments/consent/"


def test_the_log_names_what_was_done_by_whom_and_by_which_rule(desk_client, client, article, moderator):
    comment = make_comment(article, status=Status.PENDING)
    decide(comment_id=comment.pk, version=comment.version, actor=moderator, action="reject", reason="Rude")
    page = desk_client.get(LOG).content.decode()
    assert "<b>rejected</b> · moderator · Rude" in page
    assert "<b>loaded</b> · automatic" in page
    assert "<b>loaded</b>" not in desk_client.get(f"{LOG}?by=people").content.decode()


def test_the_log_goes_on_where_the_last_page_ended(desk_client, article, monkeypatch):
    monkeypatch.setattr(lists, "PER_PAGE", 2)
    comments = [make_comment(article, body=f"number {n} of all") for n in range(3)]
    assert comments[0].body not in desk_client.get(LOG).content.decode()
    oldest_shown = comments[1].log.get().pk
    assert comments[0].body in desk_client.get(f"{LOG}?before={oldest_shown}").content.decode()


def test_the_log_asks_the_same_number_of_queries_however_long_it_is(
    desk_client, article, django_assert_max_num_queries
):
    for number in range(60):
        make_comment(article, body=f"number {number}")
    with django_assert_max_num_queries(19):
        desk_client.get(LOG)


def test_nobody_gets_a_permission_to_change_the_log():
    assert ModerationLogEntry._meta.default_permissions == ("view",)


def test_a_new_text_of_consent_holds_for_new_comments_only(client, article):
    address = reverse("comments:new", args=[article.pk])
    client.post(address, form_data(article, body="Before the change"))
    new = change_consent(language="en", text="I agree to more.")
    assert "I agree to more." in client.get(address).content.decode()
    client.post(address, form_data(article, body="After the change"))
    before, after = ReaderComment.objects.order_by("pk")
    assert after.consent == new
    assert "My e-mail address is never shown" in before.consent.text


def test_the_text_of_consent_is_changed_on_its_screen(admin_client, article):
    admin_client.get(CONSENT)
    admin_client.post(CONSENT, {"language": "zh-hans", "text": "我同意。"})
    admin_client.post(CONSENT, {"language": "zh-hans", "text": " "})
    admin_client.post(CONSENT, {"language": "xx", "text": "nonsense"})
    texts = ConsentText.objects.filter(language="zh-hans").order_by("pk")
    assert [row.text for row in texts][1:] == ["我同意。"]
    assert "Earlier versions" in admin_client.get(CONSENT).content.decode()


def test_the_same_text_again_is_no_new_version(db):
    first = change_consent(language="en", text="I agree.")
    assert change_consent(language="en", text=" I agree. ") == first


@pytest.mark.parametrize(("group", "status"), [("Moderators", 302), ("Publishers", 200)])
def test_what_writers_agree_to_is_for_who_keeps_the_rules(client, db, group, status):
    client.force_login(make_user("somebody", group))
    assert client.get(CONSENT).status_code == status


@pytest.mark.parametrize(
    ("language", "first"), [("en", "A question for a doctor"), ("zh-hans", "请咨询医生")]
)
def test_a_question_for_a_doctor_gets_the_reply_that_says_where_to_ask(article, language, first):
    reasons = [{"rule": "medical_advice", "detail": "should i stop"}]
    comment = make_comment(article, language=language, reasons=reasons)
    assert canned_for(comment)[0].title == first


def test_a_canned_reply_is_published_as_it_stands(desk_client, article):
    comment = make_comment(article, status=Status.PENDING)
    canned = CannedReply.objects.create(title="t", text="Please ask your doctor.")
    data = {"action": "reply", "version": comment.version, "canned": canned.pk, "reply": ""}
    desk_client.post(reverse("reader_comments:act", args=[comment.pk]), data)
    reply = comment.replies.get()
    assert (reply.body, reply.is_public, reply.is_staff_reply) == ("Please ask your doctor.", True, True)
