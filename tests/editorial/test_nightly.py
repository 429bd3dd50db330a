"""What the calendar alone puts on the board."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import ArticlePage
from editorial.models import BoardEntry
from tests.articles.factories import make_article
from tests.editorial.factories import make_contributor

TODAY = timezone.localdate


def reasons():
    return set(BoardEntry.objects.open().values_list("reason", flat=True))


@pytest.mark.parametrize(("days", "expected"), [(0, set()), (-1, {"reviewer_expired"})])
def test_a_reviewer_whose_verification_ended(tree, days, expected):
    reviewer = make_contributor(tree.people, verified_until=TODAY() + timedelta(days=days))
    make_article(tree.articles, last_reviewed_by=reviewer)
    call_command("update_review_board")
    assert reasons() == expected


def test_a_clock_that_was_set_behind_the_desks_back(tree):
    make_article(tree.articles)
    ArticlePage.objects.update(next_review_due=TODAY())
    call_command("update_review_board")
    assert reasons() == {"clock"}
