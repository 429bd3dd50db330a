"""Pages with medical text as they stand in lists: whose voice speaks is said there too."""

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.cards import Label, card
from pages.picture import prefetch_pictures

from .models.medical_page import ContentLabel, MedicalPage


def medical_cards(pages, request, *, drawing, labels_of):
    """Give [Card] of `pages` (one type, with `picture`), in a fixed number of queries.

    `drawing`: page -> the name of the drawing that stands for a missing picture;
    `labels_of`: page -> the [Label] that come before those of the voice.
    """
    prefetch_pictures(pages)
    return [
        card(
            page,
            request,
            drawing=drawing(page),
            labels=[*labels_of(page), *voice_labels(page)],
            picture=page.picture,
            published=page.first_published_at and timezone.localdate(page.first_published_at),
            reviewed=page.last_reviewed_on,
        )
        for page in pages
    ]


def voice_labels(page):
    """Give the [Label] that says whose voice speaks on a MedicalPage; nothing for the editors' own."""
    labels = []
    if page.content_label != ContentLabel.EDITORIAL:
        labels.append(Label(page.get_content_label_display(), "careful"))
    if page.origin == MedicalPage.Origin.IMPORTED and not page.last_reviewed_on:
        labels.append(Label(_("Imported, not reviewed"), "careful"))
    return labels
