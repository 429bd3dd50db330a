"""Pages of one type under one parent, many in a statement: paths computed, rows of both tables inserted."""

import uuid
from collections import Counter
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from freshness.watching import count_change
from pages.search import vocabulary
from pages.search.backend import store
from pages.search.backend.documents import words_of

from . import texts
from .rows import insert

BATCH = 500
# The columns of every page in which one differs from another; of its own table, what all types have.
TEXTS = ("title", "draft_title", "slug", "path", "url_path", "translation_key")
MOMENTS = ("first_published_at", "last_published_at", "latest_revision_created_at")
OWN = ("page_ptr_id", "summary")


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
    # Everything is renewed: of what the rows are about nobody has to be told.
    count_change(connection)
    titles = [texts.title(model._meta.verbose_name, place) for place in places]
    keys = _pages(model, parent, places, titles)
    more = [fields(place) for place in places]
    rows = (
        (key, texts.summary(place), *further.values())
        for key, place, further in zip(keys, places, more, strict=True)
    )
    insert(model(), (*OWN, *more[0]), rows)
    Page.objects.filter(pk=parent.pk).update(numchild=places[-1])
    _index(ContentType.objects.get_for_model(model).pk, keys, titles, places)
    return keys


def _pages(model, parent, places, titles):
    """Store the rows of Wagtail's table; give their primary keys (list of int)."""
    pattern = Page(
        depth=parent.depth + 1,
        locale_id=parent.locale_id,
        content_type=ContentType.objects.get_for_model(model),
        live=True,
    )
    now = timezone.now()
    rows = (
        (*_words_of(parent, title, place), *[now - timedelta(minutes=place)] * len(MOMENTS))
        for title, place in zip(titles, places, strict=True)
    )
    return insert(pattern, (*TEXTS, *MOMENTS), rows)


def _words_of(parent, title, place):
    slug = f"generated-{place}"
    path = f"{parent.path}{Page._int2str(place).rjust(Page.steplen, '0')}"
    return title, title, slug, path, f"{parent.url_path}{slug}/", uuid.uuid4()


def _index(kind, keys, titles, places):
    found = [
        words_of([title], [texts.summary(place), *texts.paragraphs(place)], [title])
        for title, place in zip(titles, places, strict=True)
    ]
    store.save([store.row_for(kind, str(key), one) for key, one in zip(keys, found, strict=True)])
    amounts = Counter()
    for one in found:
        amounts.update(vocabulary.stored_amounts(one.names, one.body))
    vocabulary.change(amounts)
