"""The entries: Wagtail's log of pages is the order, the records of the desk give the words."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, get_page_models

from editorial.models import Correction, MedicalPage, WithdrawnPage
from pages.cards import specific_in_order
from pages.kept import language_of

# A transaction that began earlier may still end with an earlier moment: nobody may be led past it.
SETTLES_AFTER = timedelta(seconds=10)
ONE_PAGE = 100
PUBLISHED = dict.fromkeys(["wagtail.publish", "wagtail.publish.scheduled"], "published")
KINDS = {
    **PUBLISHED,
    "wagtail.move": "moved",
    "editorial.review.approved": "reviewed",
    "editorial.review.unchanged": "reviewed",
    "editorial.correction.added": "corrected",
    "editorial.correction.changed": "corrected",
}
TOMBSTONES = {
    "editorial.withdrawal.made": "withdrawn",
    "wagtail.unpublish": "unpublished",
    "wagtail.unpublish.scheduled": "unpublished",
    "wagtail.delete": "deleted",
}


@dataclass(frozen=True)
class Records:
    """What the entries of one answer speak of, by primary key."""

    public: dict
    known: dict
    corrections: dict
    withdrawn: dict


def rows_after(place):
    """Give up to ONE_PAGE + 1 log entries of medical pages after `place` (Place), oldest first."""
    models = [model for model in get_page_models() if issubclass(model, MedicalPage)]
    # The desk logs some of its entries on the plain page.
    types = ContentType.objects.get_for_models(Page, *models).values()
    published = PageLogEntry.objects.filter(page_id=OuterRef("page_id"), action__in=PUBLISHED)
    rows = PageLogEntry.objects.filter(
        Q(timestamp__gt=place.moment) | Q(timestamp=place.moment, pk__gt=place.number),
        content_type__in=types,
        action__in=[*KINDS, *TOMBSTONES],
        timestamp__lt=timezone.now() - SETTLES_AFTER,
    )
    # What readers never saw is nobody's business when it is deleted.
    rows = rows.filter(~Q(action="wagtail.delete") | Exists(published))
    return list(rows.order_by("timestamp", "pk")[: ONE_PAGE + 1])


def records_of(rows, request):
    """Give the Records of log entries, in a fixed number of queries."""
    ids = {row.page_id for row in rows}
    withdrawals = {row.data.get("withdrawal") for row in rows} - {None}
    taken = WithdrawnPage.objects.filter(withdrawal__in=withdrawals, page__in=ids)
    return Records(
        public={page.pk: page for page in specific_in_order(ids, request) if isinstance(page, MedicalPage)},
        known=Page.objects.in_bulk(ids),
        corrections=Correction.objects.in_bulk({row.data.get("correction") for row in rows} - {None}),
        withdrawn={(row.withdrawal_id, row.page_id): row for row in taken},
    )


def entries(rows, request):
    """Give what the feed says ([dict]) of log entries; nothing of a page that readers cannot open now."""
    records = records_of(rows, request)
    found = [
        tombstone(row, records, request) if row.action in TOMBSTONES else change(row, records, request)
        for row in rows
    ]
    return [entry for entry in found if entry]


def change(row, records, request):
    """Give the entry (dict) of a page that is public now, else None."""
    page = records.public.get(row.page_id)
    if page is None:
        return None
    entry = {**base(row, KINDS[row.action], page.get_full_url(request)), **state(page)}
    correction = records.corrections.get(row.data.get("correction"))
    return {**entry, "correction": correction.text} if correction else entry


def tombstone(row, records, request):
    """Give the entry (dict) that tells copies to go: an address where one is known, and the notice."""
    withdrawn = records.withdrawn.get((row.data.get("withdrawal"), row.page_id))
    if row.action == "editorial.withdrawal.made" and not (withdrawn and withdrawn.path):
        return None  # it was never public
    page = records.known.get(row.page_id)
    url = page.get_full_url(request) if page else None
    entry = {**base(row, TOMBSTONES[row.action], url), "tombstone": True}
    return {**entry, "notice": withdrawn.notice} if withdrawn else entry


def base(row, kind, url):
    """Give what every entry says (dict)."""
    return {"kind": kind, "at": row.timestamp, "page": row.page_id, "url": url}


def state(page):
    """Give what the page says of itself now (dict): title, language, label, dates of its review."""
    overdue = page.next_review_due and page.next_review_due < timezone.localdate()
    return {
        "title": page.title,
        "type": page._meta.model_name.removesuffix("page"),
        "language": language_of(page.locale_id),
        "label": page.content_label,
        "last_reviewed": page.last_reviewed_on,
        "review_status": "overdue" if overdue else "reviewed" if page.last_reviewed_on else "not_reviewed",
    }
