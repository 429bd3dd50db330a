"""How the desk does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.desk import lane_counts
from comments.figures import counts_and_figures, moderator_figures
from comments.models import Lane, Status
from comments.services import decide, undo

from .factories import make_comment, make_moderator

pytestmark = pytest.mark.django_db


def written(page, hours, **fields):
    fields = {"status": Status.PENDING, **fields}
    return make_comment(page, created_at=timezone.now() - timedelta(hours=hours), **fields)


def figures():
    return counts_and_figures()[1]


def act(function, comment, actor, **kwargs):
    comment.refresh_from_db()
    return function(comment_id=comment.pk, version=comment.version, actor=actor, **kwargs)


@pytest.mark.parametrize(("hours", "late"), [(47.9, 0), (48.1, 1)])
def test_a_comment_is_late_after_the_promised_hours(article, hours, late):
    written(article, hours)
    assert figures().late == late


def test_the_oldest_waiting_is_told_and_spam_waits_for_nobody(article):
    written(article, 5)
    written(article, 90, status=Status.SPAM)
    assert 4.9 < figures().oldest / timedelta(hours=1) < 5.1


def test_the_median_is_over_the_time_from_writing_to_decision(article, moderator):
    for hours in (1, 2, 30):
        act(decide, written(article, hours), moderator, action="approve")
    assert 1.9 < figures().median_time / timedelta(hours=1) < 2.1


def test_a_decision_taken_back_counts_as_overturned_for_who_took_it(article, moderator):
    other = make_moderator("other")
    first, second = written(article, 1), written(article, 1)
    act(decide, first, moderator, action="reject")
    act(decide, second, other, action="approve")
    act(undo, first, other)
    assert (figures().decided, figures().overturned) == (2, 1)
    assert {row.who: row.overturned for row in moderator_figures()} == {"moderator": 1, "other": 0}


def test_what_rules_did_is_nobodys_decision(article):
    make_comment(article, status=Status.SPAM)
    assert (figures().decided, moderator_figures()) == (0, [])


def test_a_lane_counts_no_further_than_it_shows(article, monkeypatch):
    monkeypatch.setattr("comments.desk.COUNT_LIMIT", 2)
    for _number in range(4):
        written(article, 1, lane=Lane.SUSPECT)
    lane = next(lane for lane in lane_counts() if lane.key == Lane.SUSPECT)
    assert (lane.count, lane.shown) == (3, "2+")


def test_the_front_page_of_the_admin_says_what_waits_too_long(desk_client, article):
    written(article, 60)
    page = desk_client.get("/admin/").content.decode()
    assert "1 comment waits longer than 48 hours." in page


def test_the_screen_of_figures_names_who_decided(desk_client, article, moderator):
    act(decide, written(article, 3), moderator, action="approve")
    page = desk_client.get("/admin/reader-comments/figures/").content.decode()
    assert '<th scope="row">moderator</th><td>1</td>' in page
