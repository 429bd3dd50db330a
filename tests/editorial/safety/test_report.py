"""A reader reports that a page could harm."""

import json
import logging

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from editorial.models import BoardEntry, SafetyReport
from editorial.safety.forms import CONTROLS
from editorial.safety.limits import REPORTS_AN_HOUR, network_of
from editorial.safety.parts import parts_of
from tests.articles.factories import make_article
from tests.corpora import naughty
from tests.editorial.factories import make_user


def address(page, prefix=""):
    return f"{prefix}/safety/{page.pk}/report/"


def send(client, page, text="Three weeks in bed is dangerous.", prefix="", **more):
    return client.post(address(page, prefix), {"place": "", "text": text, "email": "", "website": "", **more})


def anchor_of(article, rf, title):
    request = rf.get(article.url)
    return next(part.anchor for part in parts_of(article, request) if part.title == title)


def test_the_form_offers_the_headings_of_the_page(client, article):
    html = client.get(address(article)).content.decode()
    assert [word in html for word in ("The whole page", ">Rest<", ">Movement<")] == [True] * 3


def test_an_anchor_in_the_address_chooses_the_part(client, article, rf):
    anchor = anchor_of(article, rf, "Movement")
    html = client.get(address(article) + f"?place={anchor}").content.decode()
    assert f'<option value="{anchor}" selected>Movement</option>' in html


def test_an_unknown_anchor_means_the_whole_page(client, article):
    html = client.get(address(article) + "?place=%22%3E%3Cscript%3E").content.decode()
    assert "selected>" not in html
    assert "<script>" not in html


def test_a_report_is_kept_with_its_part_and_answered_with_what_happens_next(client, article, rf):
    anchor = anchor_of(article, rf, "Rest")
    response = client.post(address(article), {"text": "Dangerous", "place": anchor}, follow=True)
    report = SafetyReport.objects.get()
    assert (report.place, report.anchor, report.text, report.language) == ("Rest", anchor, "Dangerous", "en")
    assert "What happens next" in response.content.decode()
    assert response.redirect_chain == [(reverse("safety:thanks", args=[article.pk]), 303)]


def test_a_report_puts_the_page_on_the_board_without_its_words(client, article):
    send(client, article, "My name is Wei and I was harmed")
    entry = BoardEntry.objects.open().get(page=article)
    assert (entry.reason, entry.key) == ("safety_report", str(SafetyReport.objects.get().pk))
    assert "Wei" not in entry.detail
    logged = PageLogEntry.objects.get(action="editorial.safety.reported")
    assert "Wei" not in json.dumps(logged.data)


def test_a_report_about_a_chinese_page_is_taken_in_chinese(client, chinese_tree):
    page = make_article(chinese_tree.articles, "腰痛")
    response = send(client, page, "卧床三周很危险。", prefix="/zh-hans")
    assert response.url == f"/zh-hans/safety/{page.pk}/thanks/"
    assert SafetyReport.objects.get().language == "zh-hans"


def test_the_thanks_name_the_emergency_help_of_the_site(client, article, site_texts):
    send(client, article)
    html = client.get(reverse("safety:thanks", args=[article.pk])).content.decode()
    assert "Call 112" in html
    assert "Nobody watches these reports round the clock" in html


def test_the_page_itself_sets_no_cookie(client, article):
    assert not client.get(article.url).cookies


def test_the_form_is_neither_indexed_nor_cached(client, article):
    response = client.get(address(article))
    assert 'name="robots" content="noindex"' in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": "   "}, "Please write what could harm."),
        ({"text": "x" * 5001}, "Too long: at most 5000 characters, yours has 5001."),
        ({"email": "wei at example"}, "This is not an e-mail address."),
        ({"website": "https://spam.example"}, "Leave the field “Website” empty"),
    ],
)
def test_a_mistake_is_named_and_nothing_typed_is_lost(client, article, wrong, said):
    data = {"text": "Line one\nline <two>", "email": "wei@example.org"} | wrong
    response = send(client, article, **data)
    html = response.content.decode()
    assert response.status_code == 422
    assert said in html
    assert data["text"].strip().replace("<two>", "&lt;two&gt;") in html
    assert f'value="{data["email"]}"' in html
    assert not SafetyReport.objects.exists()


def test_a_heading_that_is_gone_meanwhile_stops_no_report(client, article):
    send(client, article, place="gone-123456")
    assert SafetyReport.objects.get().place == ""


def test_the_same_words_sent_twice_are_one_report(client, article):
    send(client, article)
    send(client, article)
    assert SafetyReport.objects.count() == 1


def test_five_thousand_characters_with_line_breaks_fit(client, article):
    send(client, article, "ab\r\n" * 1666 + "xy")
    assert len(SafetyReport.objects.get().text) == 5000


def test_one_network_sends_only_so_many_an_hour_and_loses_nothing(client, article):
    for number in range(REPORTS_AN_HOUR):
        assert send(client, article, f"Report {number}").status_code == 303
    response = send(client, article, "One too many")
    assert (response.status_code, "One too many" in response.content.decode()) == (429, True)
    assert client.post(address(article), {"text": "Far"}, REMOTE_ADDR="203.0.113.9").status_code == 303


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8::7", "2001:db8::/64"),
        ("::ffff:192.0.2.1", "192.0.2.0/24"),
        ("unix:", ""),
    ],
)
def test_addresses_count_by_network(address, network):
    assert network_of(address) == network


def test_a_page_unpublished_meanwhile_hands_the_words_back(client, article):
    article.unpublish()
    response = send(client, article, "Keep <this>")
    assert (response.status_code, "Keep &lt;this&gt;" in response.content.decode()) == (410, True)
    assert not SafetyReport.objects.exists()


def test_drafts_private_pages_and_other_pages_have_no_form(client, tree, article):
    draft = make_article(tree.articles, "Draft", live=False)
    private = make_article(tree.articles, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for pk in (draft.pk, private.pk, tree.home.pk, 10**30):
        assert client.get(f"/safety/{pk}/report/").status_code == 404


def test_those_who_decide_get_a_link_and_nothing_else(client, article, django_capture_on_commit_callbacks):
    reviewer = make_user("reviewer", "Medical reviewers")
    make_user("editor", "Editors")
    with django_capture_on_commit_callbacks(execute=True):
        send(client, article, "Secret words", email="reader@example.org")
    (message,) = mail.outbox
    assert message.to == [reviewer.email]
    assert f"/admin/safety/{SafetyReport.objects.get().pk}/" in message.body
    said = message.subject + message.body
    assert not [word for word in ("Secret", "reader@", article.title) if word in said]


def test_administrators_get_it_where_nobody_decides(client, article, django_capture_on_commit_callbacks):
    make_user("root", is_superuser=True)
    with django_capture_on_commit_callbacks(execute=True):
        send(client, article)
    assert [message.to for message in mail.outbox] == [["root@example.org"]]


def test_a_mail_that_fails_is_logged_and_loses_no_report(
    client, article, settings, caplog, django_capture_on_commit_callbacks
):
    make_user("reviewer", "Medical reviewers")
    settings.EMAIL_BACKEND = "no.such.Backend"
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        assert send(client, article).status_code == 303
    assert SafetyReport.objects.count() == 1
    assert "tell_deciders" in caplog.text


@pytest.mark.needs("data")
@pytest.mark.sqlite
def test_no_naughty_text_breaks_the_form_or_what_the_desk_shows(client, desk, article):
    for line in naughty()[::8]:
        cache.clear()
        response = send(client, article, line)
        assert response.status_code == (303 if CONTROLS.sub("", line).strip() else 422), line
    for report in SafetyReport.objects.all():
        assert desk.get(reverse("safety_desk:report", args=[report.pk])).status_code == 200
