"""Votes and reports without accounts."""

import pytest
from django.urls import reverse

from comments.models import CommentReport, Lane, Status
from comments.services import decide, report_comment, undo, vote_helpful

from .factories import make_comment

pytestmark = pytest.mark.django_db


def report(comment, who, reason="dangerous"):
    return report_comment(comment_id=comment.pk, reason=reason, writer_key=f"w{who}", network_key=f"n{who}")


def state(comment):
    comment.refresh_from_db()
    return comment.status, comment.lane, comment.report_count


def test_one_report_queues_and_leaves_the_comment_public(article):
    comment = make_comment(article)
    report(comment, 1)
    assert state(comment) == (Status.APPROVED, Lane.REPORTED, 1)


@pytest.mark.parametrize(("readers", "status"), [(2, Status.APPROVED), (3, Status.PENDING)])
def test_three_readers_hide_a_comment_until_a_moderator_decides(article, readers, status):
    comment = make_comment(article)
    for who in range(readers):
        report(comment, who)
    assert state(comment)[0] == status


def test_the_same_browser_or_network_counts_once(article):
    comment = make_comment(article)
    facts = {"comment_id": comment.pk, "reason": "abusive"}
    assert report_comment(**facts, writer_key="a", network_key="n")
    assert not report_comment(**facts, writer_key="a", network_key="other")
    assert not report_comment(**facts, writer_key="b", network_key="n")
    assert state(comment)[2] == 1


def test_a_comment_a_moderator_kept_is_never_hidden_by_reports_again(article, moderator):
    comment = make_comment(article)
    report(comment, 0)
    comment.refresh_from_db()
    decide(comment_id=comment.pk, version=comment.version, actor=moderator, action="approve")
    for who in range(1, 6):
        report(comment, who)
    assert state(comment)[:2] == (Status.APPROVED, Lane.REPORTED)


def test_undoing_a_decision_opens_its_reports_again(article, moderator):
    comment = make_comment(article)
    for who in range(2):
        report(comment, who)
    for action in (lambda **seen: decide(**seen, action="approve"), undo):
        comment.refresh_from_db()
        action(comment_id=comment.pk, version=comment.version, actor=moderator)
    report(comment, 2)
    assert state(comment) == (Status.PENDING, Lane.REPORTED, 3)


def test_a_report_out_of_worry_goes_to_the_safeguarding_lane(article):
    comment = make_comment(article)
    report(comment, 1, CommentReport.Reason.WORRY)
    assert state(comment)[1] == Lane.SAFEGUARDING


def test_one_network_cannot_report_without_end(article):
    counted = [
        report_comment(
            comment_id=make_comment(article).pk, reason="other", writer_key=f"w{n}", network_key="one"
        )
        for n in range(12)
    ]
    assert counted == [True] * 10 + [False] * 2


def test_a_vote_counts_once_for_browser_and_network_and_never_for_oneself(article):
    comment = make_comment(article, writer_key="me")
    votes = [("a", "n1"), ("a", "n2"), ("b", "n1"), ("me", "n3"), ("c", "n4")]
    counted = [vote_helpful(comment=comment, writer_key=w, network_key=n) for w, n in votes]
    comment.refresh_from_db()
    assert (counted, comment.helpful_count) == ([True, False, False, False, True], 2)


def test_a_get_on_the_vote_counts_nothing(client, article):
    comment = make_comment(article)
    address = reverse("comments:helpful", args=[article.pk, comment.pk])
    client.get(address)
    comment.refresh_from_db()
    assert comment.helpful_count == 0
    assert "Your vote is counted" in client.post(address).content.decode()


def test_a_report_is_sent_from_its_form(client, article):
    comment = make_comment(article)
    address = reverse("comments:report", args=[article.pk, comment.pk])
    assert client.post(address, {}).status_code == 422
    page = client.post(address, {"reason": "private", "text": "my phone number"}).content.decode()
    assert "A moderator will look at this comment" in page
    assert state(comment)[2] == 1


def test_most_helpful_comments_come_first(client, article):
    make_comment(article, body="plain")
    make_comment(article, body="loved", helpful_count=9)
    page = client.get(f"/comments/{article.pk}/?order=helpful").content.decode()
    assert page.index("loved") < page.index("plain")


@pytest.mark.parametrize("name", ["report", "helpful"])
def test_where_comments_are_off_none_can_be_read_through_a_side_door(client, article, name):
    comment = make_comment(article)
    article.comments_mode = "off"
    article.save()
    assert client.get(reverse(f"comments:{name}", args=[article.pk, comment.pk])).status_code == 404
