"""Corrections: written by staff, read by everybody."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from editorial.models import Correction
from editorial.safety.services import add_correction
from tests.articles.factories import make_article
from tests.editorial.factories import make_user


def correct(page, text="It said three weeks of rest. It says now: keep moving.", **fields):
    return add_correction(page=page, user=None, text=text, **fields)


@pytest.fixture
def editor(client, db):
    """An editor, logged in."""
    user = make_user("editor", "Editors")
    client.force_login(user)
    return user


def add(client, page, **data):
    values = {"text": "Keep moving.", "reason": "", "made_on": "2026-02-03"} | data
    return client.post(reverse("safety_desk:corrections", args=[page.pk]), values, follow=True)


def test_an_editor_adds_a_correction(client, editor, article):
    add(client, article)
    correction = Correction.objects.get()
    assert (correction.page_id, correction.made_by, correction.made_on) == (
        article.pk,
        editor,
        date(2026, 2, 3),
    )
    assert PageLogEntry.objects.get(action="editorial.correction.added").user == editor


def test_an_editor_changes_a_correction(client, editor, article):
    correction = correct(article)
    address = reverse("safety_desk:correction", args=[article.pk, correction.pk])
    client.post(address, {"text": "Better words", "reason": "", "made_on": "2026-02-03"})
    correction.refresh_from_db()
    assert correction.text == "Better words"
    assert PageLogEntry.objects.filter(action="editorial.correction.changed").exists()


def test_who_may_not_edit_the_page_may_not_correct_it(client, article):
    client.force_login(make_user("reviewer", "Medical reviewers"))
    assert add(client, article).status_code == 403 or not Correction.objects.exists()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": " "}, "Write what was wrong and what is right now."),
        ({"made_on": "2199-01-01"}, "A correction cannot be dated in the future."),
        ({"made_on": "yesterday"}, "Enter a valid date."),
    ],
)
def test_a_mistake_in_the_form_is_named_and_keeps_the_words(client, editor, article, data, said):
    html = add(client, article, **({"text": "My words"} | data)).content.decode()
    assert said in html
    assert data.get("text") or "My words" in html
    assert not Correction.objects.exists()


def test_the_button_stands_in_the_header_of_medical_pages_only(client, editor, article, tree):
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert reverse("safety_desk:corrections", args=[article.pk]) in shown
    other = client.get(reverse("wagtailadmin_pages:edit", args=[tree.home.pk])).content.decode()
    assert reverse("safety_desk:corrections", args=[tree.home.pk]) not in other


def test_the_public_list_names_page_day_and_words(client, article):
    correct(article, made_on=date(2026, 2, 3))
    html = client.get("/corrections/").content.decode()
    assert 'datetime="2026-02-03"' in html
    assert [word in html for word in ("Back pain", "keep moving", f"{article.url}#corrections")] == [True] * 3


def test_each_language_has_its_own_list_with_its_own_dates(client, chinese_tree, article):
    page = make_article(chinese_tree.articles, "腰痛")
    correct(article)
    correct(page, "原文写卧床三周，现改为保持活动。", made_on=date(2026, 2, 3))
    html = client.get("/zh-hans/corrections/").content.decode()
    assert [word in html for word in ("腰痛", "2026年2月3日", "Back pain")] == [True, True, False]


def test_drafts_and_private_pages_are_not_listed(client, tree):
    draft = make_article(tree.articles, "Draft page", live=False)
    private = make_article(tree.articles, "Private page")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for page in (draft, private):
        correct(page)
    html = client.get("/corrections/").content.decode()
    assert [word in html for word in ("Draft page", "Private page", "Nothing had to be corrected")] == [
        False,
        False,
        True,
    ]


def test_the_list_is_cut_into_pages_and_asks_the_same_number_of_questions(
    client, article, django_assert_max_num_queries
):
    for number in range(30):
        correct(
            article, f"Correction number {number}.", made_on=timezone.localdate() - timedelta(days=number)
        )
    client.get("/corrections/")
    with django_assert_max_num_queries(12):
        html = client.get("/corrections/").content.decode()
    assert (html.count("Correction number"), "Page 1 of 2" in html) == (24, True)


def test_publishing_a_changed_page_writes_no_correction(article):
    article.title = "Back pains"
    article.save_revision().publish()
    assert not Correction.objects.exists()
