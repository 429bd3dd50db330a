"""Can a reader rely on a page? Everything a page can say about itself, each from its own field."""

from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from pages.translations import in_language

from .bylines import Byline, Credit, byline, person_credit
from .models import Correction, Source, SourceType

REVIEWER = "reviewer"
CORRECTIONS_SHOWN = 10


@dataclass(frozen=True)
class SourceCount:
    """How many sources of one SourceType a page rests on."""

    type: str
    label: str
    number: int


@dataclass(frozen=True)
class Trust:
    """What the trust panel of one page prints. `certainty`: (words, number of treatments by stage)."""

    page_id: int
    byline: Byline
    label: str
    reviewer: Credit | None
    certainty: list[tuple[str, int]]
    sources: list[SourceCount]
    retracted: int
    corrections: list[Correction]
    comments_policy: str

    @property
    def authors(self):
        """Those who wrote it ([Credit])."""
        return self.byline.authors

    @property
    def quoted(self):
        """Those whom the text quotes ([Credit])."""
        return self.byline.quoted

    @property
    def providers(self):
        """Institutions with an interest ([Credit])."""
        return self.byline.providers

    @property
    def reviewed(self):
        """The day of the last completed review (date), None before the first."""
        return self.byline.reviewed

    @property
    def published(self):
        """The day on which readers could first read it (date or None)."""
        return self.byline.published

    @property
    def updated(self):
        """The day of the last change in substance (date or None)."""
        return self.byline.updated

    @property
    def review_due(self) -> date | None:
        """The day on which it must be reviewed again."""
        return self.byline.review_due

    @property
    def overdue_notice(self):
        """What readers are told when that day has passed (str), empty before."""
        if not self.byline.is_overdue:
            return ""
        day = date_format(self.review_due, "DATE_FORMAT")
        return _(
            "This page was due for review on %(day)s and is being reviewed. Parts of it may be out of date."
        ) % {"day": day}

    @property
    def number_of_sources(self):
        """How many sources (int) of all types."""
        return sum(source.number for source in self.sources)

    @property
    def declared_interests(self):
        """Those named on the page, its reviewer included, who have declared something ([Credit])."""
        named = [*self.byline.credits, *filter(None, [self.reviewer])]
        return list({credit.name: credit for credit in named if credit.interests}.values())


def trust_of(page, request=None, certainty=None):
    """Give the Trust of a MedicalPage, in a fixed number of queries.

    A page about treatments says how sure their evidence is by a method `certainty_summary()` that gives
    [(words, number)], unless who has read its treatments anyway gives that as `certainty`. Sources and
    corrections are those of the page as it is stored, not as it is in memory.
    """
    sources, retracted = _sources(page)
    return Trust(
        page_id=page.pk,
        byline=byline(page, request),
        label=page.get_content_label_display(),
        reviewer=_reviewer(page, request),
        certainty=_certainty(page) if certainty is None else certainty,
        sources=sources,
        retracted=retracted,
        corrections=list(Correction.objects.filter(page_id=page.pk)[:CORRECTIONS_SHOWN]) if page.pk else [],
        comments_policy=_comments_policy(),
    )


def _certainty(page):
    summary = getattr(page, "certainty_summary", None)
    return summary() if summary and page.pk else []


def _reviewer(page, request):
    """Only a completed review writes these two fields; a date without a name shows no name."""
    if not page.last_reviewed_on or not page.last_reviewed_by_id:
        return None
    (person,) = in_language([page.last_reviewed_by], page.locale_id)
    return person_credit(person, REVIEWER, page, request)


def _sources(page):
    """Give ([SourceCount] in the order of SourceType, how many of all are retracted), in two queries."""
    if not page.pk:
        return [], 0
    references = ReferenceIndex.get_references_for_object(page).filter(
        to_content_type=ContentType.objects.get_for_model(Source)
    )
    ids = set(references.values_list("to_object_id", flat=True))
    rows = Source.objects.filter(pk__in=ids).order_by().values_list("type", "is_retracted")
    counts, retracted = {}, 0
    for kind, is_retracted, number in rows.annotate(number=Count("pk")):
        counts[kind] = counts.get(kind, 0) + number
        retracted += number if is_retracted else 0
    return [
        SourceCount(kind, str(label), counts[kind]) for kind, label in SourceType.choices if kind in counts
    ], retracted


def _comments_policy():
    """Give the address (str) of what happens with comments, empty on a site without them."""
    try:
        return reverse("comments:root")
    except NoReverseMatch:
        return ""
