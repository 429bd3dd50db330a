"""The change feed: what copies of our pages must know, in order, nothing twice, nothing lost."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from editorial.change_feed import entries as change_entries
from editorial.change_feed import views as change_views
from editorial.safety.services import add_correction
from editorial.withdrawal.services import withdraw
from tests.articles.factories import make_article
from tests.pages.factories import make_standard_page

from .factories import make_user


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    """Let tests see entries of this second; the wait has its own test."""
    monkeypatch.setattr(change_entries, "SETTLES_AFTER", timedelta(seconds=-1))


@pytest.fixture
def article(tree):
    return publish(make_article(tree.articles, "Backs"))


def publish(page):
    page.save_revision().publish()
    return page


def ask(client, **parameters):
    response = client.get("/changes.json", parameters)
    assert response.status_code == 200
    return response.json()


def kinds(client, **parameters):
    return [change["kind"] for change in ask(client, **parameters)["changes"]]


def test_a_quiet_site_answers_with_an_empty_list(client, tree):
    answer = ask(client, since="2026-01-01T00:00:00Z")
    assert (answer["changes"], answer["next"]) == ([], None)
    assert "after=2026-01-01" in answer["resume"]


def test_a_publication_is_told_with_what_the_page_says_of_itself(client, article):
    (change,) = ask(client)["changes"]
    assert change["kind"] == "published"
    assert change["url"] == f"http://testserver{article.url}"
    assert (change["title"], change["type"], change["language"]) == ("Backs", "article", "en")
    assert change["review_status"] == "not_reviewed"


def test_a_page_past_its_review_is_overdue(client, article):
    day = timezone.localdate() - timedelta(days=1)
    type(article).objects.update(last_reviewed_on=day - timedelta(days=400), next_review_due=day)
    assert ask(client)["changes"][0]["review_status"] == "overdue"


def test_a_correction_is_told_in_its_words(client, article):
    add_correction(page=article, user=None, text="It was 5 mg.")
    assert kinds(client) == ["published", "corrected"]
    assert ask(client)["changes"][1]["correction"] == "It was 5 mg."


def test_a_withdrawal_is_a_tombstone_without_the_words_of_the_page(client, article):
    withdraw(page=article, user=make_user(), notices={"en": "It was wrong."})
    answer = ask(client)
    assert {change["kind"] for change in answer["changes"]} == {"unpublished", "withdrawn"}
    assert all(change["tombstone"] and "title" not in change for change in answer["changes"])
    notices = [change["notice"] for change in answer["changes"] if change["kind"] == "withdrawn"]
    assert notices == ["It was wrong."]


def test_a_page_that_was_public_leaves_a_tombstone_when_it_is_deleted(client, tree, article):
    number = article.pk
    article.delete()
    (change,) = ask(client)["changes"]
    assert (change["kind"], change["page"], change["url"]) == ("deleted", number, None)


def test_drafts_and_private_pages_leave_no_trace(client, tree, article):
    draft = make_article(tree.articles, "Draft", live=False)
    draft.save_revision()
    draft.delete()
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert ask(client)["changes"] == []


def test_pages_without_medical_text_are_not_spoken_of(client, tree):
    page = publish(make_standard_page(tree.home))
    page.move(publish(make_standard_page(tree.home, "About")), pos="first-child")
    assert ask(client)["changes"] == []


def test_since_leaves_out_what_is_older(client, article):
    PageLogEntry.objects.update(timestamp=datetime(2026, 2, 1, tzinfo=UTC))
    assert kinds(client, since="2026-02-01T00:00:00Z") == ["published"]
    assert kinds(client, since="2026-02-01T00:00:00.000001Z") == []
    assert kinds(client, since="2026-02-01T02:00:00+03:00") == ["published"]
    assert kinds(client, since="2026-02-02") == []


def test_pages_of_the_feed_lose_nothing_and_repeat_nothing(client, tree, monkeypatch):
    monkeypatch.setattr(change_entries, "ONE_PAGE", 2)
    monkeypatch.setattr(change_views, "ONE_PAGE", 2)
    for number in range(5):
        publish(make_article(tree.articles, f"Article {number}"))
    PageLogEntry.objects.update(timestamp=datetime(2026, 2, 1, tzinfo=UTC))
    seen, address = [], "/changes.json"
    while address:
        answer = client.get(address).json()
        seen, address = seen + [change["title"] for change in answer["changes"]], answer["next"]
    assert seen == [f"Article {number}" for number in range(5)]


def test_who_resumes_gets_only_what_came_later(client, tree, article):
    resume = ask(client)["resume"]
    assert client.get(resume).json()["changes"] == []
    publish(make_article(tree.articles, "Later"))
    assert [change["title"] for change in client.get(resume).json()["changes"]] == ["Later"]


def test_an_entry_is_told_when_no_earlier_one_can_still_come(client, article, monkeypatch):
    monkeypatch.setattr(change_entries, "SETTLES_AFTER", timedelta(seconds=10))
    assert ask(client)["changes"] == []
    PageLogEntry.objects.update(timestamp=timezone.now() - timedelta(seconds=11))
    assert kinds(client) == ["published"]


@pytest.mark.parametrize(
    "query",
    [
        "since=yesterday",
        "since=2026-13-45",
        "since=0001-01-01T00:00:00%2B14:00",
        "since=%00",
        "since=" + "9" * 5000,
        "after=x",
        "after=2026-01-01_x",
        "after=2026-01-01_99999999999999999999999999",
        "after=2026-01-01_" + "9" * 6000,
    ],
)
def test_a_broken_moment_is_answered_with_the_reason(client, tree, query):
    response = client.get(f"/changes.json?{query}")
    assert response.status_code == 400
    assert response.json()["error"]


def test_the_number_of_queries_does_not_grow(client, tree, article, django_assert_max_num_queries):
    ask(client)
    with django_assert_max_num_queries(16) as few:
        ask(client)
    number = len(few)
    for place in range(4):
        add_correction(page=publish(make_article(tree.articles, f"{place}")), user=None, text="Corrected.")
    ask(client)
    with django_assert_max_num_queries(number + 2):
        ask(client)
