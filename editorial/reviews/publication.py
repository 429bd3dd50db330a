"""What the publication of a new version means for the review of a page."""

from django.utils import timezone

from editorial.board import open_entry
from editorial.changes import is_material, words_of
from editorial.models import BoardReason, Review


def version_published(page, revision, words_before, **kwargs):
    """Follow a new public version: date a change of substance, ask for reviews where one is due.

    `page`: the page as published; `revision`: its Revision; `words_before`: what `words_of` counted in the
    version that was public until now, None when there was none.
    """
    words = words_of(page)
    if words_before is not None and not is_material(words_before, words):
        return
    type(page).objects.filter(pk=page.pk).update(materially_updated_on=timezone.localdate())
    _ask_for_translations(page, first=words_before is None)
    if page.last_reviewed_on and _differs_from_reviewed(page, words):
        open_entry(page=page, reason=BoardReason.MATERIAL_CHANGE)


def _differs_from_reviewed(page, words):
    review = Review.objects.filter(page_id=page.pk).exclude(outcome=Review.Outcome.CHANGES).first()
    if review is None or review.revision is None:
        return True
    return is_material(words_of(review.revision.as_object()), words)


def _ask_for_translations(page, *, first):
    """Put the translations of a changed original on the board (O10); a typo does not come here."""
    if first or page.original is not None:
        return
    for translation in page.get_translations():
        open_entry(page=translation, reason=BoardReason.ORIGINAL_CHANGED, key=page.pk)
