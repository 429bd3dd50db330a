"""What the calendar alone puts on the review board. Run every night by `update_review_board`."""

from django.utils import timezone
from django.utils.formats import date_format

from editorial.board import open_entry, set_clock
from editorial.claims.site import medical_models
from editorial.models import BoardReason, ClaimException


def update_board(progress=lambda text: None):
    """Bring clocks into step and find what has ended; give how many pages were looked at (int).

    `progress`: called with a line of text (str) for each kind of page.
    """
    looked_at = 0
    for model in medical_models():
        pages = model.objects.live().select_related("last_reviewed_by")
        for page in pages.iterator(chunk_size=200):
            set_clock(page)
            _reviewer_ended(page)
            looked_at += 1
        progress(f"{model._meta.verbose_name_plural}: {looked_at}")
    _exceptions_ended()
    return looked_at


def _reviewer_ended(page):
    reviewer = page.last_reviewed_by
    if reviewer is None or reviewer.is_verified:
        return
    until = date_format(reviewer.verified_until) if reviewer.verified_until else "–"
    open_entry(
        page=page, reason=BoardReason.REVIEWER_EXPIRED, key=reviewer.pk, detail=f"{reviewer.title}: {until}"
    )


def _exceptions_ended():
    ended = ClaimException.objects.filter(
        status=ClaimException.Status.APPROVED, expires_on__lt=timezone.localdate(), page__live=True
    )
    for exception in ended.select_related("page").iterator():
        open_entry(
            page=exception.page,
            reason=BoardReason.EXCEPTION_EXPIRED,
            key=exception.pk,
            detail=exception.sentence[:200],
        )
