"""Look through the texts of all public pages, batch by batch, and write down what leads nowhere."""

from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.models import Page, get_page_models

from editorial.claims.site import text_relations
from editorial.models import BrokenLink

from .judging import problem_with
from .links import links_of
from .places import Places

BATCH = 100


def look_through():
    """Replace the stored BrokenLinks by those of now; give how many there are (int). Asks no other site."""
    places, found = Places(), []
    for model in get_page_models():
        for batch in _batches(model):
            found += broken_in(batch, places)
    with transaction.atomic():
        BrokenLink.objects.all().delete()
        BrokenLink.objects.bulk_create(found, batch_size=500)
    return len(found)


def _batches(model):
    """Yield lists of public pages of exactly this type, with their texts."""
    pages = model.objects.live().exact_type(model).filter(depth__gt=1).order_by("pk")
    pages, last = pages.prefetch_related(*text_relations(model)), 0
    while batch := list(pages.filter(pk__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].pk


def broken_in(pages, places):
    """Give the unsaved BrokenLinks of `pages` (specific), each link of a page once."""
    links = {page: list(dict.fromkeys(links_of(page))) for page in pages}
    known = _known([link for found in links.values() for link in found])
    return [
        BrokenLink(page_id=page.pk, kind=problem[0], target=problem[1], words=link.words)
        for page, found in links.items()
        for link in found
        if (problem := problem_with(link, page, known, places))
    ]


def _known(links):
    """Give what `links` refer to by number, in two queries."""
    numbers = {
        kind: {link.target for link in links if link.kind == kind and link.target.isdecimal()}
        for kind in ("page", "document")
    }
    pages = Page.objects.filter(pk__in=numbers["page"]).only("pk", "title", "live")
    documents = get_document_model().objects.filter(pk__in=numbers["document"])
    return {
        "page": {str(page.pk): page for page in pages},
        "document": {str(pk) for pk in documents.values_list("pk", flat=True)},
    }
