"""What puts a page on the review board and what takes it off."""

from django.utils import timezone

from editorial.models import BoardEntry, BoardReason


def open_entry(*, page, reason, key="", detail="", due_on=None):
    """Put `page` on the board for `reason` (BoardReason) or refresh the open entry; give the BoardEntry.

    `key` (str) tells two causes of one kind apart; `due_on` (date) is today unless told otherwise.
    """
    entry, created = BoardEntry.objects.update_or_create(
        page_id=page.pk,
        reason=reason,
        key=str(key),
        closed_at=None,
        defaults={"detail": detail, "due_on": due_on or timezone.localdate()},
    )
    if created:
        entry.subjects.set(page.specific.board_subjects())
    return entry


def close_entries(*, page, reasons=tuple(BoardReason), key=None, user=None):
    """Settle the open entries of `page` for `reasons` (iterable of BoardReason); give how many.

    `key`: only the one with this key, None for all.
    """
    entries = BoardEntry.objects.open().filter(page_id=page.pk, reason__in=reasons)
    if key is not None:
        entries = entries.filter(key=str(key))
    return entries.update(closed_at=timezone.now(), closed_by=user)


def set_clock(page):
    """Keep the entry that says when `page` is due for review in step with its date."""
    if page.live and page.next_review_due:
        open_entry(page=page, reason=BoardReason.CLOCK, due_on=page.next_review_due)
    else:
        close_entries(page=page, reasons=[BoardReason.CLOCK])
