"""Only a verified clinician reviews, and nobody their own text."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.models import Contribution, ContributorPage, Review
from editorial.reviews import ReviewRefused, record_review, why_not
from tests.editorial.factories import make_user


def test_a_verified_clinician_may_review(clinician, draft):
    assert why_not(clinician, draft) is None


@pytest.mark.parametrize(
    "change", [{"is_clinician": False}, {"verified_until": None}, {"commercial_interest": True}]
)
def test_anybody_else_may_not(clinician, draft, change):
    ContributorPage.objects.update(**change)
    assert "verified clinician" in why_not(clinician, draft)


def test_the_last_day_of_verification_still_counts(clinician, draft):
    ContributorPage.objects.update(verified_until=timezone.localdate())
    assert why_not(clinician, draft) is None


def test_the_day_after_does_not(clinician, draft):
    ContributorPage.objects.update(verified_until=timezone.localdate() - timedelta(days=1))
    assert "verified until" in why_not(clinician, draft)


def test_an_account_without_profile_may_not(draft):
    assert "no contributor profile" in why_not(make_user("editor", "Editors"), draft)


def test_an_author_may_not_review_the_own_text(clinician, draft):
    draft.contributions.add(Contribution(contributor=ContributorPage.objects.get(), role="author"))
    assert "Nobody reviews their own text" in why_not(clinician, draft)


def test_who_saved_a_revision_may_not_review_it(clinician, draft):
    draft.save_revision(user=clinician)
    assert "Nobody reviews their own text" in why_not(clinician, draft)


def test_a_refused_review_writes_nothing(draft):
    with pytest.raises(ReviewRefused):
        record_review(page=draft, user=make_user("editor"), outcome=Review.Outcome.APPROVED)
    assert not Review.objects.exists()
