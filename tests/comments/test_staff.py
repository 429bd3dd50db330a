"""What moderators do beyond approving: two people, undo, redact, reply, sanction, claim."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from comments.models import Lane, Sanction, Status
from comments.services import (
    SecondPersonNeededError,
    claim,
    claimed_by_other,
    decide,
    lift,
    redact,
    redact_found,
    reply_as_staff,
    sanction,
    take_back,
    undo,
)

from .factories import make_comment, make_moderator

pytestmark = pytest.mark.django_db


def seen(comment, actor):
    comment.refresh_from_db()
    return {"comment_id": comment.pk, "version": comment.version, "actor": actor}


@pytest.fixture
def danger(article):
    """A comment that waits in the safeguarding lane, level 3."""
    return make_comment(article, status=Status.PENDING, lane=Lane.SAFEGUARDING, risk=3)


def test_publishing_a_safeguarding_comment_takes_two_people(danger, moderator):
    decide(**seen(danger, moderator), action="approve")
    danger.refresh_from_db()
    assert (danger.status, danger.lane) == (Status.PENDING, Lane.SAFEGUARDING)
    decide(**seen(danger, make_moderator("second")), action="approve")
    danger.refresh_from_db()
    assert danger.status == Status.APPROVED


def test_the_same_person_cannot_be_both(danger, moderator):
    decide(**seen(danger, moderator), action="approve")
    with pytest.raises(SecondPersonNeededError):
        decide(**seen(danger, moderator), action="approve")


def test_below_the_level_one_person_is_enough(article, moderator):
    comment = make_comment(article, status=Status.PENDING, lane=Lane.SAFEGUARDING, risk=1)
    assert decide(**seen(comment, moderator), action="approve").is_public


@pytest.mark.parametrize("action", ["approve", "reject", "spam", "remove"])
def test_every_decision_can_be_undone(article, moderator, action):
    comment = make_comment(article, status=Status.PENDING)
    decide(**seen(comment, moderator), action=action, reason="why")
    undo(**seen(comment, moderator))
    comment.refresh_from_db()
    assert (comment.status, comment.lane, comment.rejection) == (Status.PENDING, Lane.PENDING, "")


def test_two_decisions_are_undone_one_after_the_other(article, moderator):
    comment = make_comment(article, status=Status.PENDING)
    decide(**seen(comment, moderator), action="approve")
    decide(**seen(comment, moderator), action="spam")
    undo(**seen(comment, moderator))
    undo(**seen(comment, moderator))
    comment.refresh_from_db()
    assert comment.status == Status.PENDING
    assert undo(**seen(comment, moderator)) is None


def test_redacting_keeps_the_original_for_undo(article, moderator):
    comment = make_comment(article, body="Ask Dr Smith about hips.")
    redact(**seen(comment, moderator), body="Ask a doctor about hips.")
    comment.refresh_from_db()
    assert comment.body == "Ask a doctor about hips."
    assert comment.redacted_at
    undo(**seen(comment, moderator))
    comment.refresh_from_db()
    assert (comment.body, comment.redacted_at) == ("Ask Dr Smith about hips.", None)


def test_a_staff_reply_appears_at_once_with_its_badge_and_approves(article, moderator):
    comment = make_comment(article, status=Status.PENDING)
    reply = reply_as_staff(**seen(comment, moderator), body="Thank you.")
    comment.refresh_from_db()
    assert (reply.is_public, reply.is_staff_reply, comment.is_public) == (True, True, True)


def test_a_staff_reply_does_not_walk_round_the_second_person(danger, moderator):
    with pytest.raises(ValidationError):
        reply_as_staff(**seen(danger, moderator), body="Thank you.")
    danger.refresh_from_db()
    assert (danger.status, danger.first_approver) == (Status.PENDING, None)


def ban(comment, moderator, target="writer", days=None, reason="spam"):
    return sanction(comment=comment, actor=moderator, kind="ban", target=target, reason=reason, days=days)


def test_a_ban_needs_a_reason_and_somebody_to_aim_at(article, moderator):
    with pytest.raises(ValidationError):
        ban(make_comment(article, writer_key="w"), moderator, reason="")
    with pytest.raises(ValidationError):
        ban(make_comment(article), moderator)


def test_a_ban_on_a_network_ends_with_the_salt(article, moderator):
    row = ban(make_comment(article, network_key="n"), moderator, target="network", days=30)
    assert row.ends_at <= timezone.now() + timedelta(days=2)


def test_a_ban_can_be_lifted_once(article, moderator):
    row = ban(make_comment(article, writer_key="w"), moderator)
    assert lift(sanction_id=row.pk, actor=moderator)
    assert not lift(sanction_id=row.pk, actor=moderator)
    assert not Sanction.objects.in_force().exists()


def test_a_claim_is_seen_by_the_other_and_ends_after_ten_minutes(article, moderator):
    comment, other = make_comment(article, status=Status.PENDING), make_moderator("other")
    assert claim(comment_id=comment.pk, actor=moderator)
    assert not claim(comment_id=comment.pk, actor=other)
    comment.refresh_from_db()
    assert claimed_by_other(comment, other) == moderator
    comment.claimed_at -= timedelta(minutes=11)
    assert claimed_by_other(comment, other) is None


def test_a_claim_on_another_comment_ends_the_first(article, moderator):
    first, second = (make_comment(article, status=Status.PENDING) for _number in range(2))
    claim(comment_id=first.pk, actor=moderator)
    claim(comment_id=second.pk, actor=moderator)
    assert claim(comment_id=first.pk, actor=make_moderator("other"))


def test_rejecting_first_does_not_walk_round_the_second_person(danger, moderator):
    decide(**seen(danger, moderator), action="approve")
    decide(**seen(danger, make_moderator("other")), action="reject")
    decide(**seen(danger, make_moderator("third")), action="approve")
    danger.refresh_from_db()
    assert danger.status == Status.REJECTED


def test_personal_details_go_at_one_press_and_come_back_with_undo(article, moderator):
    reasons = [
        {"rule": "contact_details", "detail": "ana@example.org, 020 7946 0018"},
        {"rule": "named_doctors", "detail": "Dr Smith"},
        {"rule": "suspect_words", "detail": "ring"},
    ]
    text = "Ask Dr Smith: ring 020 7946 0018 or ana@example.org."
    comment = make_comment(article, body=text, name="ana@example.org", reasons=reasons)
    redact_found(**seen(comment, moderator))
    comment.refresh_from_db()
    assert (comment.body, comment.name) == ("Ask […]: ring […] or […].", "[…]")
    undo(**seen(comment, moderator))
    comment.refresh_from_db()
    assert (comment.body, comment.name, comment.redacted_at) == (text, "ana@example.org", None)


def test_without_personal_details_there_is_nothing_to_take_out(article, moderator):
    with pytest.raises(ValidationError):
        redact_found(**seen(make_comment(article), moderator))


def test_what_the_writer_did_last_is_not_undone_by_staff(article, moderator):
    comment = make_comment(article)
    decide(**seen(comment, moderator), action="approve")
    comment.refresh_from_db()
    take_back(comment=comment)
    assert undo(**seen(comment, moderator)) is None
    comment.refresh_from_db()
    assert comment.status == Status.REMOVED


def test_every_change_leaves_who_what_and_when(article, moderator):
    comment = make_comment(article, status=Status.PENDING, writer_key="w")
    decide(**seen(comment, moderator), action="approve")
    redact(**seen(comment, moderator), body="Shorter.", reason="names a shop")
    lift(sanction_id=ban(comment, moderator).pk, actor=moderator)
    undo(**seen(comment, moderator))
    actions = ["loaded", "approve", "redact", "sanction_ban", "sanction_lifted", "undo"]
    entries = comment.log.order_by("pk")
    assert [entry.action for entry in entries] == actions
    assert {entry.actor for entry in entries[1:]} == {moderator}
