"""The rules for every medical page. Each is one question; it yields the reasons against the page."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from editorial.models import ContentLabel, Contribution, MedicalPage, SourceType

from ..sources import sources_of
from .registry import PUBLISH, SUBMIT, rule

BOTH = (SUBMIT, PUBLISH)


@rule(MedicalPage, _("The title is confirmed"), stages=BOTH)
def title_is_confirmed(page):
    """An import may only propose a title (S2-1)."""
    if page.needs_title:
        yield _("The title is only a proposal: confirm it or write a better one.")


@rule(MedicalPage, _("The label is confirmed"), stages=BOTH)
def label_is_confirmed(page):
    """Whose voice it is must be decided by a person (M5)."""
    if not page.label_confirmed:
        yield _("Nobody has confirmed the label: decide whose voice this is.")


@rule(MedicalPage, _("A provider's words are labelled"), stages=BOTH)
def provider_is_labelled(page):
    """An institution with an interest speaks on a page that says so (S1-8)."""
    provider = any(
        credit.role == Contribution.Role.PROVIDER or _sells(credit) for credit in page.contributions.all()
    )
    if provider and page.content_label == ContentLabel.EDITORIAL:
        yield _("A provider with an interest speaks here, but the label says “Editorial”.")


@rule(MedicalPage, _("It is not withdrawn"))
def is_not_withdrawn(page):
    """What was taken off in an emergency comes back only when the withdrawal is lifted (M17)."""
    if page.pk and page.withdrawn.filter(withdrawal__lifted_at__isnull=True).exists():
        yield _("This page was withdrawn. Lift the withdrawal before it is published again.")


@rule(MedicalPage, _("An imported text has a named author"))
def imported_text_has_author(page):
    """The author is a contributor with a profile, not a name in the source (K2)."""
    if page.origin == MedicalPage.Origin.IMPORTED and not _authors(page):
        yield _("An imported text needs a named author with a profile.")


@rule(MedicalPage, _("An imported text was reviewed"))
def imported_text_was_reviewed(page):
    """Only a completed review counts, never a name in the source (K2)."""
    if page.origin == MedicalPage.Origin.IMPORTED and not page.last_reviewed_on:
        yield _("An imported text needs a completed review by a clinician.")


@rule(MedicalPage, _("An imported text has sources"))
def imported_text_has_sources(page):
    """At least one source record (S0-7)."""
    if page.origin == MedicalPage.Origin.IMPORTED and not sources_of(page):
        yield _("An imported text needs at least one source.")


@rule(MedicalPage, _("Sources go beyond encyclopedias"))
def sources_go_beyond_encyclopedias(page):
    """Tertiary sources alone carry no medical statement (S3-5, M7)."""
    types = {source.type for source in sources_of(page)}
    if types == {SourceType.ENCYCLOPEDIA}:
        yield _("All sources are encyclopedias. Add a guideline, a review, a study or a public health body.")


@rule(MedicalPage, _("A translation keeps the label of its original"))
def translation_keeps_label(page):
    """Labels are shared by translations (K10)."""
    original = page.original
    if original and original.content_label != page.content_label:
        yield format_lazy(
            _("The original is labelled “{label}”. A translation keeps the label."),
            label=original.get_content_label_display(),
        )


@rule(MedicalPage, _("Somebody is named as author"), blocks=False)
def has_author(page):
    """Readers want to know who wrote it (HONcode principle 1)."""
    if page.origin == MedicalPage.Origin.WRITTEN and not _authors(page):
        yield _("No author is named.")


@rule(MedicalPage, _("There are sources"), blocks=False)
def has_sources(page):
    """Readers want to know what it rests on (HONcode principle 4)."""
    if page.origin == MedicalPage.Origin.WRITTEN and not sources_of(page):
        yield _("No source is given.")


@rule(MedicalPage, _("No source was retracted"), blocks=False)
def no_source_is_retracted(page):
    """A page may speak about a retraction, so this only warns."""
    for source in sources_of(page):
        if source.is_retracted:
            yield format_lazy(_("A source was retracted: {title}."), title=source.title)


@rule(MedicalPage, _("A clinician reviewed it"), blocks=False)
def was_reviewed(page):
    """Written here without review: allowed, and readers see that it was not reviewed."""
    if page.origin == MedicalPage.Origin.WRITTEN and not page.last_reviewed_on:
        yield _("Not yet reviewed by a clinician. Readers see this.")


@rule(MedicalPage, _("There is a summary"), blocks=False, stages=BOTH)
def has_summary(page):
    """Lists and search results show it."""
    if not page.summary.strip():
        yield _("The summary is empty.")


def _authors(page):
    return [
        credit
        for credit in page.contributions.all()
        if credit.role == Contribution.Role.AUTHOR and credit.contributor_id
    ]


def _sells(credit):
    return bool(credit.contributor_id and credit.contributor.commercial_interest)
