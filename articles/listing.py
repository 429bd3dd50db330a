"""The list of articles, narrowed by format, topic or condition, one page at a time."""

from typing import NamedTuple

from django.db.models import Count
from django.utils.translation import gettext as _
from wagtail.query import PageQuerySet

from pages.lists import listed, one_page

NEWEST_FIRST = ("-first_published_at", "-pk")
TOPICS_SHOWN = 30


class Topic(NamedTuple):
    """A topic and the number of its articles."""

    name: str
    slug: str
    articles: int


class Whole(NamedTuple):
    """A list that nothing narrows: its pages (queryset of Page, one table to sort) and their number."""

    pages: PageQuerySet
    count: int


def listing(found, request, start, whole=None):
    """Give (dict) one page of `found` (a queryset of ArticlePage): `pager`, `cards`, `formats`, `format`.

    `start`: the address of the list without parameters; `whole`: a function that gives the Whole of `found`,
    where there is one. It is asked only when nothing narrows the list.
    """
    model = found.model
    wanted = request.GET.get("format", "")
    wanted = wanted if wanted in model.Format.values else ""
    if wanted:
        found, whole = found.filter(format=wanted), None
    if condition := request.GET.get("condition", ""):
        found, whole = found.filter(conditions__slug=condition).distinct(), None
    found = listed(found.order_by(*NEWEST_FIRST))
    pager, shown = _sooner(found, request, whole()) if whole else _plainly(found, request)
    return {
        "pager": pager,
        "cards": model.cards(shown, request),
        "formats": [("", _("All"), start), *_format_links(model, start)],
        "format": wanted,
    }


def _plainly(found, request):
    pager = one_page(found, request)
    return pager, list(pager.object_list)


def _sooner(found, request, whole):
    """Sort the short rows of one table, which an index does, and read the long ones of those shown."""
    keys = whole.pages.order_by(*NEWEST_FIRST).values_list("pk", flat=True)
    pager = one_page(keys, request, count=whole.count)
    return pager, list(found.filter(pk__in=list(pager.object_list)))


def _format_links(model, start):
    return [(value, label, f"{start}?format={value}") for value, label in model.Format.choices]


def topics(found, limit=None):
    """Give the Topics (list) of the articles `found`, the most used first; `limit`: so many at most."""
    tag = "tagged_items__tag__"
    rows = (
        found.order_by()
        .filter(tagged_items__isnull=False)
        .values_list(f"{tag}name", f"{tag}slug")
        .annotate(articles=Count("pk"))
        .order_by("-articles", f"{tag}name")
    )
    return [Topic(*row) for row in rows[:limit]]
