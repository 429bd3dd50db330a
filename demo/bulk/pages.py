"""Pages of one type under one parent, many in a statement: paths computed, rows of both tables inserted."""

import uuid
from collections import Counter
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from pages.search import vocabulary
from pages.search.backend import store
from pages.search.backend.documents import document

from . import texts

BATCH = 500


def create(model, parent, number, fields=lambda place: {}):
    """Create `number` public pages of `model` below `parent`; give their primary keys (list of int).

    `fields`: place (int) -> further fields (dict) of the type. One transaction for each batch.
    """
    first = _places_taken(parent) + 1
    made = []
    for start in range(first, first + number, BATCH):
        places = range(start, min(start + BATCH, first + number))
        made += _batch(model, parent, places, fields)
    return made


def _places_taken(parent):
    last = Page.objects.child_of(parent).aggregate(last=Max("path"))["last"]
    return Page._str2int(last[-Page.steplen :]) if last else 0


@transaction.atomic
def _batch(model, parent, places, fields):
    kind = ContentType.objects.get_for_model(model)
    rows = [_page(model, parent, kind, place) for place in places]
    Page.objects.bulk_create(rows)
    own = [_own_row(model, row, place, fields(place)) for row, place in zip(rows, places, strict=True)]
    # bulk_create refuses models of two tables, because it could not fill both: the first is filled.
    columns = model._meta.local_concrete_fields
    model._base_manager.all()._batched_insert(own, columns, batch_size=BATCH)
    Page.objects.filter(pk=parent.pk).update(numchild=places[-1])
    _index(kind.pk, rows, places)
    return [row.pk for row in rows]


def _page(model, parent, kind, place):
    name = texts.title(model._meta.verbose_name, place)
    slug = f"generated-{place}"
    moment = timezone.now() - timedelta(minutes=place)
    return Page(
        title=name,
        draft_title=name,
        slug=slug,
        path=f"{parent.path}{Page._int2str(place).rjust(Page.steplen, '0')}",
        depth=parent.depth + 1,
        url_path=f"{parent.url_path}{slug}/",
        locale_id=parent.locale_id,
        translation_key=uuid.uuid4(),
        content_type=kind,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
        latest_revision_created_at=moment,
    )


def _own_row(model, page, place, fields):
    row = model(page_ptr_id=page.pk, summary=texts.summary(place), **fields)
    row.pk = row.page_ptr_id
    return row


def _index(kind, rows, places):
    found = [
        document([row.title], [texts.summary(place), *texts.paragraphs(place)], [row.title])
        for row, place in zip(rows, places, strict=True)
    ]
    store.save([store.row_for(kind, str(row.pk), one) for row, one in zip(rows, found, strict=True)])
    amounts = Counter()
    for one in found:
        amounts.update(vocabulary.stored_amounts(one.names, one.body))
    vocabulary.change(amounts)
