"""The two files that walk over every medical page."""

from itertools import groupby, islice

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, get_page_models

from editorial.models import MedicalPage, PageSource, Source

CHUNK = 500
LABEL_HEADING = (
    "page, title, language, type, address, public, label, label confirmed, origin, "
    "first published, last updated, last reviewed, reviewed by, next review due"
)
PAGE_SOURCE_HEADING = "page, title, language, public, source, source title, use, covers"
COLLECTED = PageSource._meta.get_field("page").remote_field.related_name


def label_rows(period):
    """Every medical page, type by type."""
    for model in get_page_models():
        if issubclass(model, MedicalPage):
            pages = model.objects.order_by("pk").defer_streamfields()
            for page in pages.select_related("locale", "last_reviewed_by").iterator(CHUNK):
                yield _label_row(page)


def _label_row(page):
    return [
        page.pk,
        page.title,
        page.locale.language_code,
        page._meta.verbose_name,
        page.full_url,
        page.live,
        page.content_label,
        page.label_confirmed,
        page.origin,
        page.first_published_at and timezone.localdate(page.first_published_at),
        page.materially_updated_on,
        page.last_reviewed_on,
        page.last_reviewed_by and page.last_reviewed_by.title,
        page.next_review_due,
    ]


def page_source_rows(period):
    """Each page with each of its sources once: cited in the text, collected for it, or both."""
    references = (
        ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            to_content_type=ContentType.objects.get_for_model(Source),
        )
        .order_by("object_id", "to_object_id")
        .values_list("object_id", "to_object_id", "model_path")
    )
    uses = (
        (int(pair[0]), int(pair[1]), {_use(row[2]) for row in rows})
        for pair, rows in groupby(references.iterator(CHUNK), key=lambda row: row[:2])
    )
    while chunk := list(islice(uses, CHUNK)):
        yield from _with_titles(chunk)


def _use(path):
    return "collected" if path.startswith(f"{COLLECTED}.") else "cited"


def _with_titles(uses):
    ids = {page_id for page_id, _source_id, _kinds in uses}
    pages = Page.objects.select_related("locale").in_bulk(ids)
    sources = Source.objects.in_bulk({source_id for _page_id, source_id, _kinds in uses})
    noted = PageSource.objects.filter(page__in=ids).values_list("page_id", "source_id", "covers")
    covers = {(page_id, source_id): words for page_id, source_id, words in noted}
    for page_id, source_id, kinds in uses:
        page, source = pages.get(page_id), sources.get(source_id)
        if page and source:
            yield [
                page.pk,
                page.title,
                page.locale.language_code,
                page.live,
                source.pk,
                source.title,
                " and ".join(sorted(kinds)),
                covers.get((page_id, source_id), ""),
            ]
