"""Which files there are, and how each reads its rows: a few queries each, row by row."""

from collections.abc import Callable
from dataclasses import dataclass

from editorial.models import (
    ClaimException,
    ContributorPage,
    Correction,
    Review,
    SafetyReport,
    Source,
    WithdrawnPage,
)

from .page_tables import LABEL_HEADING, PAGE_SOURCE_HEADING, label_rows, page_source_rows

CHUNK = 500
WITH_PAGE = ("page__locale",)


@dataclass(frozen=True)
class Table:
    """One file. `heading`: its columns; `rows(period)` yields lists; `criteria`: of the PIF TICK."""

    name: str
    heading: str
    rows: Callable
    criteria: str
    about: str

    @property
    def columns(self):
        """The names of the columns (list of str)."""
        return self.heading.split(", ")


def page_cells(page):
    """Give the cells (list) for: page, title, language."""
    return [page.pk, page.title, page.locale.language_code]


def review_rows(period):
    """Completed medical reviews in the period."""
    found = period.moments(Review.objects.order_by("pk"), "reviewed_at")
    for item in found.select_related(*WITH_PAGE, "reviewer", "user").iterator(CHUNK):
        yield [
            item.pk,
            *page_cells(item.page),
            item.revision_id,
            item.outcome,
            item.reviewer.title,
            item.reviewer.credentials,
            item.user,
            item.reviewed_at,
            "; ".join(str(point) for point in item.checked),
            item.note,
        ]


SOURCE_FIELDS = ["pk", "type", "title", "authors", "publisher", "year", "doi", "pmid", "url"]
SOURCE_FIELDS += ["language", "accessed_on", "is_retracted"]


def source_rows(period):
    """Every source record as it is now."""
    return Source.objects.order_by("pk").values_list(*SOURCE_FIELDS).iterator(CHUNK)


def correction_rows(period):
    """Public corrections dated in the period."""
    found = period.days(Correction.objects.order_by("pk"), "made_on").select_related(*WITH_PAGE, "made_by")
    for item in found.iterator(CHUNK):
        yield [item.pk, *page_cells(item.page), item.made_on, item.text, item.reason, item.made_by]


def safety_report_rows(period):
    """Readers' reports received in the period: what was decided, never what or who the reader is."""
    found = period.moments(SafetyReport.objects.order_by("pk"), "created_at")
    for item in found.select_related(*WITH_PAGE, "handled_by").defer("text", "email").iterator(CHUNK):
        yield [
            item.pk,
            *page_cells(item.page),
            item.place,
            item.created_at,
            item.status,
            item.handled_at,
            item.handled_by,
            item.outcome,
            item.correction_id,
        ]


CONTRIBUTOR_FIELDS = ["pk", "title", "locale__language_code", "kind", "credentials", "role_title"]
CONTRIBUTOR_FIELDS += ["interests", "commercial_interest", "is_clinician", "verified_until", "live"]


def contributor_rows(period):
    """Every contributor as the profile is now."""
    return ContributorPage.objects.order_by("pk").values_list(*CONTRIBUTOR_FIELDS).iterator(CHUNK)


def withdrawal_rows(period):
    """Every address taken off by a withdrawal of the period."""
    found = period.moments(WithdrawnPage.objects.order_by("pk"), "withdrawal__withdrawn_at")
    people = ("withdrawal__withdrawn_by", "withdrawal__lifted_by")
    for item in found.select_related("withdrawal", *people).iterator(CHUNK):
        yield [
            item.withdrawal_id,
            item.page_id,
            item.title,
            item.language,
            item.path,
            item.notice or item.withdrawal.notice,
            item.withdrawal.withdrawn_at,
            item.withdrawal.withdrawn_by,
            item.withdrawal.lifted_at,
            item.withdrawal.lifted_by,
        ]


def claim_exception_rows(period):
    """Leave to make a claim, asked for in the period: the sentence, why, and who decided."""
    found = period.moments(ClaimException.objects.order_by("pk"), "requested_at")
    for item in found.select_related(*WITH_PAGE, "requested_by", "decided_by").iterator(CHUNK):
        yield [
            item.pk,
            *page_cells(item.page),
            item.rule_code,
            item.sentence,
            item.reason,
            item.status,
            item.requested_by,
            item.requested_at,
            item.decided_by,
            item.decided_at,
            item.decision_note,
            item.expires_on,
        ]


TABLES = [
    Table(
        "reviews.csv",
        "review, page, title, language, revision, outcome, reviewer, credentials, account, "
        "reviewed at, points checked, note",
        review_rows,
        "1 Systems, 4 Evidence",
        "who reviewed which page, when, with what outcome",
    ),
    Table(
        "sources.csv",
        "source, type, title, authors, publisher, year, doi, pmid, address, language, opened on, retracted",
        source_rows,
        "4 Evidence",
        "every source on record, as it is now",
    ),
    Table(
        "page_sources.csv",
        PAGE_SOURCE_HEADING,
        page_source_rows,
        "4 Evidence",
        "which page rests on which source, as it is now",
    ),
    Table(
        "corrections.csv",
        "correction, page, title, language, corrected on, what was corrected, reason, by",
        correction_rows,
        "8 Feedback, 10 Impact (in part: what changed because somebody wrote)",
        "public corrections",
    ),
    Table(
        "safety_reports.csv",
        "report, page, title, language, part, received at, status, decided at, decided by, "
        "decision, correction",
        safety_report_rows,
        "8 Feedback, 10 Impact (in part)",
        "how readers' reports of danger were answered; the readers' words and addresses are left out",
    ),
    Table(
        "contributors.csv",
        "contributor, name, language, kind, credentials, position, interests declared, "
        "sells what pages are about, clinician, verified until, public",
        contributor_rows,
        "1 Systems",
        "who writes and reviews, with credentials and interests, as they are now",
    ),
    Table(
        "labels.csv",
        LABEL_HEADING,
        label_rows,
        "1 Systems",
        "every medical page with its label and its dates, as they are now",
    ),
    Table(
        "withdrawals.csv",
        "withdrawal, page, title, language, address, notice, withdrawn at, by, lifted at, lifted by",
        withdrawal_rows,
        "1 Systems, 8 Feedback",
        "pages taken off in an emergency",
    ),
    Table(
        "claim_exceptions.csv",
        "exception, page, title, language, rule, sentence, reason, status, asked by, asked at, "
        "decided by, decided at, note, holds until",
        claim_exception_rows,
        "1 Systems, 4 Evidence",
        "claims that stand with a reason and a second person",
    ),
]
