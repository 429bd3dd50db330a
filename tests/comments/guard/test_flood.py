"""What the guard does while very many comments arrive."""

import pytest

from comments import challenge as puzzle
from comments.guard import rates
from comments.models import CommentSettings
from tests.comments.factories import make_draft

from .test_rules import ALLOWED, HELD, REFUSED, outcome

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("sent", "solved", "expected"),
    [
        (41, False, ALLOWED),
        (42, False, HELD),
        (42, True, ALLOWED),
        (200, False, HELD),
        (201, False, REFUSED),
        (201, True, ALLOWED),
    ],
)
def test_without_the_calculation_a_comment_is_held_or_refused_under_a_flood(article, sent, solved, expected):
    settings = CommentSettings(attack_posts=40)
    facts = {"settings": settings, "sent_to_site": sent, "challenge_solved": solved}
    assert outcome(rates.challenge, article, **facts) == expected


def test_a_site_that_always_asks_holds_what_came_without_the_calculation(article):
    settings = CommentSettings(challenge=CommentSettings.Challenge.ALWAYS)
    assert outcome(rates.challenge, article, settings=settings, sent_to_site=1) == HELD


def test_the_flood_is_what_was_counted_for_the_comment(article, django_assert_num_queries):
    drafts = [make_draft(article, network_key=f"n{number}") for number in range(7)]
    for draft in drafts:
        draft.settings.attack_posts = 5
        rates.network_rate(draft)
    with django_assert_num_queries(0):
        assert [rates.challenge(draft).outcome for draft in drafts] == [ALLOWED] * 6 + [HELD]


def test_the_challenge_switches_on_above_the_threshold(article):
    settings = CommentSettings(attack_posts=5)
    for number in range(5):
        outcome(rates.network_rate, article, network_key=f"n{number}")
    assert not puzzle.is_needed(settings)
    outcome(rates.network_rate, article, network_key="")
    assert puzzle.is_needed(settings)
