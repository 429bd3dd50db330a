"""Writing a comment: the form, what is kept, what comes back."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, resolve, reverse
from django.utils import translation

from comments.forms import CommentForm
from comments.models import RateCount, ReaderComment, Status
from comments.services import change_consent

from .factories import form_data, make_comment

pytestmark = pytest.mark.django_db


def new_url(page):
    return reverse("comments:new", args=[page.pk])


def test_the_form_is_a_page_of_its_own(client, article):
    response = client.get(new_url(article))
    assert "Write a comment" in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_sent_comment_waits_and_is_not_public(client, article):
    client.post(new_url(article), form_data(article))
    comment = ReaderComment.objects.get()
    assert (comment.status, comment.lane, comment.shown) == (Status.PENDING, "pending", False)


def test_the_writer_sees_the_waiting_comment_and_nobody_else_does(client, article):
    response = client.post(new_url(article), form_data(article, body="Only mine so far"), follow=True)
    assert "Only mine so far" in response.content.decode()
    address = response.redirect_chain[-1][0]
    client.cookies.clear()
    assert "Only mine so far" not in client.get(address).content.decode()


def test_an_empty_comment_comes_back_with_the_name_still_there(client, article):
    response = client.post(new_url(article), form_data(article, body=" \u200b ", name="Ana"))
    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Ana"' in page
    assert "Please write something." in page


def test_without_consent_nothing_is_stored_and_the_text_comes_back(client, article):
    response = client.post(new_url(article), form_data(article, consent="", body="My long story"))
    assert "My long story" in response.content.decode()
    assert not ReaderComment.objects.exists()


def test_sending_the_same_form_twice_stores_one_comment(client, article):
    data = form_data(article)
    client.post(new_url(article), data)
    assert client.post(new_url(article), data).status_code == 303
    assert ReaderComment.objects.count() == 1


def test_a_reply_lands_under_the_comment_it_answers(client, article):
    parent = make_comment(article)
    client.post(reverse("comments:reply", args=[article.pk, parent.pk]), form_data(article))
    reply = ReaderComment.objects.latest("pk")
    assert (reply.parent, reply.root, reply.level) == (parent, parent, 2)


def test_a_reply_to_a_comment_removed_meanwhile_hands_the_text_back(client, article):
    parent = make_comment(article, status=Status.REMOVED)
    address = reverse("comments:reply", args=[article.pk, parent.pk])
    page = client.post(address, form_data(article, body="My answer")).content.decode()
    assert "My answer" in page
    assert "no longer there" in page
    assert f'action="{new_url(article)}"' in page


def test_a_page_unpublished_while_someone_writes_hands_the_text_back(client, article):
    article.unpublish()
    response = client.post(new_url(article), form_data(article, body="My long story"))
    assert response.status_code == 410
    assert "My long story" in response.content.decode()


def test_a_page_deleted_while_someone_writes_hands_the_text_back(client, article):
    data = form_data(article, body="My long story")
    article.delete()
    response = client.post(new_url(article), data)
    assert "My long story" in response.content.decode()


def test_a_closed_page_shows_no_form_and_refuses_what_is_sent(client, article):
    article.comments_mode = "closed"
    article.save()
    assert client.get(new_url(article)).status_code == 403
    assert client.post(new_url(article), form_data(article)).status_code == 410
    assert not ReaderComment.objects.exists()


def test_a_writer_without_the_csrf_cookie_is_refused(article):
    response = Client(enforce_csrf_checks=True).post(new_url(article), form_data(article))
    assert response.status_code == 403


def test_the_form_speaks_chinese_on_the_chinese_site(client, article):
    page = client.get(f"/zh-hans/comments/{article.pk}/new/").content.decode()
    assert 'lang="zh-Hans"' in page


def test_the_script_gets_the_form_without_the_page_around_it(client, article):
    page = client.get(new_url(article), headers={"X-Comments-Fragment": "1"}).content.decode()
    assert "<html" not in page
    assert "data-comment-part" in page


def test_the_address_of_the_writer_is_stored_only_as_a_hash(client, article):
    client.post(new_url(article), form_data(article), REMOTE_ADDR="203.0.113.9")
    key = ReaderComment.objects.get().network_key
    assert len(key) == 64


def fields_of(page, count, **fields):
    """Give the forms (list of dict) of `count` comments with different texts."""
    return [form_data(page, body=f"The {number}th story of mine.", **fields) for number in range(count)]


def send_all(client, page, forms):
    """Send each form from a network of its own; give the rules that held the last comment stored (set)."""
    for number, form in enumerate(forms):
        client.post(new_url(page), form, REMOTE_ADDR=f"10.0.{number}.1")
    return {reason["rule"] for reason in ReaderComment.objects.latest("pk").reasons}


def test_the_sixteenth_comment_of_a_page_says_that_there_were_many(client, article):
    forms = fields_of(article, 16)
    assert "thread_rate" not in send_all(client, article, forms[:15])
    assert "thread_rate" in send_all(client, article, forms[15:])
    assert "thread_rate" in ReaderComment.objects.latest("pk").log.get().rule


def test_what_is_not_stored_is_not_counted_for_the_page(client, article):
    send_all(client, article, [*fields_of(article, 10, website="x"), *[form_data(article)] * 10])
    assert RateCount.objects.get(key=f"page:{article.pk}").count == ReaderComment.objects.count() == 1


def test_the_form_gives_the_csrf_cookie_and_an_accepted_comment_leaves_it_alone(article):
    browser = Client(enforce_csrf_checks=True)
    secret = browser.get(new_url(article)).cookies[settings.CSRF_COOKIE_NAME].value
    reply = browser.post(new_url(article), form_data(article, csrfmiddlewaretoken=secret))
    assert (reply.status_code, settings.CSRF_COOKIE_NAME in reply.cookies) == (303, False)


def test_forms_share_their_fields_and_keep_apart_what_was_typed():
    first, second = CommentForm({"name": "Ana"}), CommentForm({"name": "Wei"})
    assert first.fields["name"] is second.fields["name"]
    assert (first["name"].value(), second["name"].value()) == ("Ana", "Wei")
    assert (set(first.errors) & {"name", "body"}, "name" in second.errors) == ({"body"}, False)


def test_the_text_of_consent_stands_beside_its_box(client, article):
    change_consent(language="en", text="I agree to <this>.")
    page = client.get(new_url(article)).content.decode()
    assert '<label for="id_consent">I agree to &lt;this&gt;. ' in page
    assert 'aria-describedby="id_name_helptext"' in page
    assert 'aria-describedby="id_email_helptext"' in page


@pytest.mark.parametrize("language", ["", "/zh-hans"])
def test_no_other_address_is_looked_at_before_the_one_of_the_form(monkeypatch, language):
    looked_at, look = [], URLPattern.resolve
    monkeypatch.setattr(URLPattern, "resolve", lambda *given: looked_at.append(given) or look(*given))
    with translation.override(language[1:] or "en"):
        assert resolve(f"{language}/comments/7/new/").view_name == "comments:new"
    assert len(looked_at) == 1
