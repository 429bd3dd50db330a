"""What a completed review writes down."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from editorial.board import close_entries, set_clock
from editorial.models import BoardReason, Review

from .eligibility import require_reviewer

SETTLED_BY_REVIEW = [
    BoardReason.CLOCK,
    BoardReason.MATERIAL_CHANGE,
    BoardReason.GRADE_CHANGED,
    BoardReason.ORIGINAL_CHANGED,
    BoardReason.REVIEWER_EXPIRED,
    BoardReason.RETRACTED_SOURCE,
    BoardReason.FACT_CHANGED,
]


@transaction.atomic
def record_review(*, page, user, outcome, note="", checked=(), revision=None):
    """Write down that `user` reviewed `page` (specific) with `outcome` (Review.Outcome); give the Review.

    An approval, and "no change needed", move the page's dates and settle its entries on the board; the
    content and its revisions stay as they are. Raises ReviewRefused when the user may not review this page.
    """
    reviewer = require_reviewer(user, page)
    review = Review.objects.create(
        page_id=page.pk,
        revision=revision,
        reviewer=reviewer,
        user=user,
        outcome=outcome,
        note=note,
        checked=list(checked),
    )
    if outcome != Review.Outcome.CHANGES:
        _move_dates(page, reviewer)
        close_entries(page=page, reasons=SETTLED_BY_REVIEW, user=user)
        set_clock(page)
    log(
        instance=page,
        action=f"editorial.review.{outcome}",
        user=user,
        data={"review": review.pk, "note": note},
    )
    return review


def next_due(day):
    """Give the day (date) on which a page reviewed on `day` is due again."""
    return day + timedelta(days=settings.REVIEW_INTERVAL_DAYS)


def _move_dates(page, reviewer):
    today = timezone.localdate()
    page.last_reviewed_on = today
    page.last_reviewed_by = reviewer
    page.next_review_due = next_due(today)
    type(page).objects.filter(pk=page.pk).update(
        last_reviewed_on=today, last_reviewed_by=reviewer, next_review_due=page.next_review_due
    )
