"""The board shows what is due and why."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import ArticlePage
from editorial.board import open_entry, set_clock
from editorial.citations.markup import citation
from editorial.models import BoardEntry, BoardReason, Review
from tests.articles.factories import make_article
from tests.editorial.factories import make_source, make_user
from tests.editorial.reviews.conftest import clinician  # noqa: F401 a fixture


@pytest.fixture
def page(tree):
    return make_article(tree.articles, "Overdue text", owner=make_user("owner", "Editors"))


def board(client, **query):
    return client.get(reverse("review_board"), query).content.decode()


@pytest.mark.parametrize(
    ("days", "due", "shown"), [(0, "0", True), (1, "0", False), (30, "30", True), (31, "30", False)]
)
def test_the_filter_by_day_holds_at_its_limit(client, page, days, due, shown):
    day = timezone.localdate() + timedelta(days=days)
    open_entry(page=page, reason=BoardReason.CLOCK, due_on=day)
    client.force_login(make_user("editor", "Editors"))
    assert ("Overdue text" in board(client, due=due)) is shown


@pytest.mark.referring
def test_a_retracted_source_puts_its_pages_on_the_board_at_once(tree):
    source = make_source("Shaky trial")
    page = make_article(tree.articles, body=[("paragraph", f"<p>{citation(source.pk)}</p>")])
    source.is_retracted = True
    source.save()
    entry = BoardEntry.objects.open().get()
    assert (entry.page_id, entry.reason, entry.detail) == (page.pk, "retracted_source", "Shaky trial")


def test_the_same_cause_makes_one_entry(page):
    for _ in range(2):
        open_entry(page=page, reason=BoardReason.SAFETY_REPORT, key="7")
    assert BoardEntry.objects.count() == 1


def test_an_unpublished_page_leaves_the_clock(page):
    page.next_review_due = timezone.localdate()
    set_clock(page)
    page.unpublish()
    assert not BoardEntry.objects.open().exists()


def test_a_moderator_does_not_see_the_board(client, page):
    client.force_login(make_user("moderator", "Moderators"))
    assert client.get(reverse("review_board")).status_code == 302


def test_an_editor_settles_an_entry_but_not_the_clock(client, page):
    client.force_login(make_user("editor", "Editors"))
    entry = open_entry(page=page, reason=BoardReason.MATERIAL_CHANGE)
    clock = open_entry(page=page, reason=BoardReason.CLOCK)
    for item in (entry, clock):
        client.post(reverse("board_entry", args=[item.pk]), {"settle": "1"})
    assert list(BoardEntry.objects.open()) == [clock]


def test_a_clinician_signs_that_no_change_is_needed(client, page, clinician):  # noqa: F811
    entry = open_entry(page=page, reason=BoardReason.CLOCK)
    client.force_login(clinician)
    client.post(reverse("board_entry", args=[entry.pk]), {"unchanged": "1", "note": "Still right."})
    assert Review.objects.get().note == "Still right."
    assert ArticlePage.objects.get().last_reviewed_on == timezone.localdate()


def test_an_editor_cannot_sign(client, page):
    entry = open_entry(page=page, reason=BoardReason.CLOCK)
    client.force_login(make_user("editor", "Editors"))
    response = client.post(reverse("board_entry", args=[entry.pk]), {"unchanged": "1"}, follow=True)
    assert "no contributor profile" in response.content.decode()
    assert not Review.objects.exists()


def test_the_number_of_queries_does_not_grow(client, tree, django_assert_max_num_queries):
    client.force_login(make_user("editor", "Editors"))
    for number in range(12):
        open_entry(page=make_article(tree.articles, f"Text {number}"), reason=BoardReason.CLOCK)
    board(client)
    with django_assert_max_num_queries(26):
        board(client)


def test_the_board_can_be_exported(client, page):
    open_entry(page=page, reason=BoardReason.CLOCK)
    client.force_login(make_user("editor", "Editors"))
    response = client.get(reverse("review_board"), {"export": "csv"})
    assert "Overdue text" in b"".join(response.streaming_content).decode()
