"""Claims in the admin."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from editorial.claims import request_exception
from editorial.models import ClaimException, ClaimRule
from tests.editorial.factories import make_user
from tests.editorial.forms import form_values

from .pages import CURE, article_with

REASON = "It quotes the title of a book that readers search for."


@pytest.fixture
def article(tree):
    """A draft with one claim."""
    article = article_with(tree)
    article.save_revision()
    return article


@pytest.fixture
def as_user(client):
    """A function that logs somebody in: a member of the group named, who may edit the site."""

    def log_in(name, group, root=None):
        user = make_user(name, group)
        for codename in ("add", "change") if root else ():
            GroupPagePermission.objects.get_or_create(
                group=user.groups.get(), page=root, permission=permission(codename)
            )
        client.force_login(user)
        return user

    return log_in


def permission(codename):
    """A permission on pages."""
    return Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{codename}_page")


@pytest.fixture
def editor(as_user, tree):
    """An editor, logged in."""
    return as_user("editor", "Editors", tree.home)


def ask(article, user):
    """A waiting exception."""
    day = timezone.localdate() + timedelta(days=30)
    return request_exception(
        page=article, rule="cure", sentence=CURE, reason=REASON, user=user, expires_on=day
    )


def test_the_test_box_greets_and_finds(client, editor):
    url = reverse("claims_try")
    assert "Paste a text" in client.get(url).content.decode()
    html = client.post(url, {"text": f"{CURE} It is a myth that tea cures colds."}).content.decode()
    assert "<mark>cures</mark>" in html
    assert "Looks like a claim, but is none" in html
    assert "the text says that it is not so" in html


def test_the_test_box_says_when_there_is_nothing(client, editor):
    assert "No claim found" in client.post(reverse("claims_try"), {"text": "Tea is warm."}).content.decode()


def test_the_test_box_refuses_an_empty_text(client, editor):
    assert "This field is required" in client.post(reverse("claims_try"), {"text": ""}).content.decode()


def test_the_test_box_escapes(client, editor):
    text = "<script>alert(1)</script> cures gout."
    assert "<script>alert(1)" not in client.post(reverse("claims_try"), {"text": text}).content.decode()


def test_the_test_box_speaks_chinese(client, editor):
    response = client.post(
        reverse("claims_try"), {"text": "根治痛风。"}, headers={"accept-language": "zh-hans"}
    )
    assert 'lang="zh-Hans"' in response.content.decode()


@pytest.mark.parametrize("name", ["claims_try", "claims_exceptions"])
def test_visitors_are_sent_to_log_in(client, db, name):
    assert client.get(reverse(name)).status_code == 302


def test_a_page_shows_its_claims_and_the_ways_out(client, editor, article):
    html = client.get(reverse("claims_page", args=[article.pk])).content.decode()
    assert "1 open claim" in html
    assert "Ask for an exception" in html
    assert f"#:w:contentpath=body.{article.body[0].id}" in html


def test_a_page_without_claims_says_so(client, editor, tree):
    quiet = article_with(tree, "<p>Tea is warm.</p>")
    assert "No open claim" in client.get(reverse("claims_page", args=[quiet.pk])).content.decode()


def test_a_page_without_medical_text_is_not_there(client, editor, tree):
    assert client.get(reverse("claims_page", args=[tree.home.pk])).status_code == 404


def test_a_moderator_sees_no_claims_of_a_page(client, as_user, article):
    as_user("moderator", "Moderators")
    response = client.get(reverse("claims_page", args=[article.pk]))
    assert response.status_code in (302, 403)


def test_an_editor_asks_for_an_exception(client, editor, article):
    url = reverse("claims_request", args=[article.pk])
    assert CURE in client.get(url, {"rule": "cure", "sentence": CURE}).content.decode()
    day = timezone.localdate() + timedelta(days=30)
    client.post(url, {"rule": "cure", "sentence": CURE, "reason": REASON, "expires_on": day.isoformat()})
    assert ClaimException.objects.get().requested_by == editor


def test_a_thin_reason_comes_back_with_what_was_typed(client, editor, article):
    url = reverse("claims_request", args=[article.pk])
    data = {"rule": "cure", "sentence": CURE, "reason": "because", "expires_on": "2000-01-01"}
    html = client.post(url, data).content.decode()
    assert "at least 20 characters" in html
    assert "because" in html
    assert not ClaimException.objects.exists()


def test_a_publisher_approves(client, as_user, article):
    exception = ask(article, make_user("other", "Editors"))
    publisher = as_user("publisher", "Publishers")
    client.post(reverse("claims_exception", args=[exception.pk]), {"approve": "1", "note": ""})
    exception.refresh_from_db()
    assert exception.approved_by == publisher


def test_nobody_approves_their_own(client, as_user, article):
    exception = ask(article, as_user("publisher", "Publishers"))
    html = client.post(reverse("claims_exception", args=[exception.pk]), {"approve": "1"}).content.decode()
    assert "second person" in html
    exception.refresh_from_db()
    assert exception.status == "waiting"


def test_exceptions_are_listed_and_open_to_those_who_decide(client, as_user, article):
    ask(article, make_user("other", "Editors"))
    as_user("publisher", "Publishers")
    assert CURE in client.get(reverse("claims_exceptions")).content.decode()
    as_user("editor", "Editors")
    assert client.get(reverse("claims_exceptions")).status_code in (302, 403)


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_the_same_queries(client, as_user, tree, count):
    other = make_user("other", "Editors")
    for number in range(count):
        ask(article_with(tree, title=f"Article {number}"), other)
    as_user("publisher", "Publishers")
    client.get(reverse("claims_exceptions"))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("claims_exceptions"))
    assert len(queries) <= 14


def edit_form(client, article):
    """The address and the values of the editor's form."""
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    return url, {**form_values(client.get(url)), **body(CURE)}


def body(*paragraphs):
    """The fields of a body with these paragraphs, as the editor sends them."""
    blocks = [("paragraph", rich_text(f"<p>{text}</p>")) for text in paragraphs]
    return nested_form_data({"body": streamfield(blocks)})


def check(client, url, values):
    """What the endpoint answers."""
    return client.post(f"{reverse('claims_check')}?form={url}", values)


def test_the_open_form_is_checked_as_it_stands(client, editor, article):
    url, values = edit_form(client, article)
    answer = check(client, url, {**values, "summary": "It has no side effects."}).json()
    assert [hit["rule"] for hit in answer["hits"]] == ["no_side_effects", "cure"]
    assert (answer["count"], answer["blocking"]) == (2, 2)
    assert "no side effects" in answer["html"]
    article.refresh_from_db()
    assert article.summary == ""


def test_a_form_with_mistakes_is_checked_as_far_as_it_goes(client, editor, article):
    url, values = edit_form(client, article)
    answer = check(client, url, {**values, "title": "", "summary": "It has no side effects."}).json()
    assert [hit["rule"] for hit in answer["hits"]] == ["no_side_effects", "cure"]


def test_a_torn_form_is_refused(client, editor, article):
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert check(client, url, {"title": "Only this"}).status_code == 400


def test_a_new_page_is_checked_before_it_is_saved(client, editor, tree):
    url = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", tree.articles.pk])
    values = {**form_values(client.get(url)), "title": "New", **body(CURE)}
    assert [hit["rule"] for hit in check(client, url, values).json()["hits"]] == ["cure"]


def test_a_page_without_medical_text_is_left_alone(client, editor, tree):
    url = reverse("wagtailadmin_pages:edit", args=[tree.home.pk])
    assert check(client, url, {}).json() == {"applies": False}


@pytest.mark.parametrize("address", ["", "/nowhere/", "/admin/", "//evil.example/admin/pages/1/edit/"])
def test_another_address_is_refused(client, editor, address):
    assert check(client, address, {}).status_code == 400


def test_the_endpoint_asks_for_permission_and_a_post(client, as_user, article):
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    as_user("moderator", "Moderators")
    assert check(client, url, {}).status_code in (302, 403)
    assert client.get(reverse("claims_check")).status_code == 405


def test_the_endpoint_wants_the_csrf_token(article, db):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user("boss", is_superuser=True))
    assert check(strict, reverse("wagtailadmin_pages:edit", args=[article.pk]), {}).status_code == 403


def test_a_publisher_edits_a_rule(client, as_user, db):
    as_user("publisher", "Publishers")
    rule = ClaimRule.objects.get(code="urgency")
    url = reverse("wagtailsnippets_editorial_claimrule:edit", args=[rule.pk])
    values = form_values(client.get(url))
    values["patterns-0-text"] = "(broken"
    html = client.post(url, values).content.decode()
    assert "is missing" in html
    client.post(url, {**values, "patterns-0-text": "quick quick", "title": "Hurry"})
    rule.refresh_from_db()
    assert rule.title == "Hurry"
    assert rule.patterns.first().text == "quick quick"


def test_an_editor_does_not_edit_rules(client, editor):
    assert client.get(reverse("wagtailsnippets_editorial_claimrule:list")).status_code in (302, 403)


def test_the_editor_loads_the_script_without_inline_code(client, editor, article):
    html = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "js/admin/claims.js" in html
    assert reverse("claims_check") in html
