"""The linter on a whole site, batch by batch."""

from dataclasses import dataclass

from modelcluster.models import get_all_child_relations
from wagtail.models import Page, get_page_models

from editorial.fields import SKIPPED_RELATIONS
from editorial.models import MedicalPage

from .exceptions import covered_claims
from .pages import check_page
from .store import current_rulebook

BATCH = 100


@dataclass(frozen=True)
class Report:
    """The open hits (list of Hit) on one version ("live" or "draft") of one page."""

    page: Page
    version: str
    hits: list


def check_site(batch_size=BATCH):
    """Yield a Report for every version of every medical page: what is live, and what is drafted over it.

    The number of queries depends on the number of batches and of page types, not on the text of pages.
    """
    rulebook = current_rulebook()
    for model in medical_models():
        for pages in _batches(model, batch_size):
            covered = covered_claims([page.pk for page in pages])
            for page in pages:
                yield from _reports(page, rulebook, covered)


def count_pages():
    """Give how many medical pages there are (int)."""
    return sum(model.objects.count() for model in medical_models())


def medical_models():
    """Give the page types (list) that carry medical statements."""
    return [model for model in get_page_models() if issubclass(model, MedicalPage)]


def _batches(model, size):
    """Yield lists of pages, by key, so that a page saved meanwhile is neither skipped nor read twice."""
    pages = model.objects.order_by("pk").select_related("latest_revision", "locale")
    pages = pages.prefetch_related(*text_relations(model))
    last = 0
    while batch := list(pages.filter(pk__gt=last)[:size]):
        yield batch
        last = batch[-1].pk


def text_relations(model, prefix=""):
    """Yield the names (str) of the child relations of `model` that hold texts, at any depth, to prefetch."""
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name not in SKIPPED_RELATIONS:
            yield prefix + name
            yield from text_relations(relation.related_model, f"{prefix}{name}__")


def _reports(page, rulebook, covered):
    for version, content in _versions(page):
        hits = check_page(content, rulebook=rulebook, covered=covered)
        yield Report(page, version, [hit for hit in hits if hit.is_open])


def _versions(page):
    if page.live:
        yield "live", page
    if page.latest_revision and (page.has_unpublished_changes or not page.live):
        yield "draft", _draft(page)
    elif not page.live:
        yield "draft", page


def _draft(page):
    """Give the newest draft in memory. Wagtail's own way asks the database several times a page."""
    draft = type(page).from_serializable_data(page.latest_revision.content, check_fks=False)
    draft.pk, draft.locale_id = page.pk, page.locale_id
    return draft
