"""The list of articles, narrowed by format, topic or condition, one page at a time."""

from django.db.models import Count
from django.utils.translation import gettext as _
from taggit.models import Tag

from pages.lists import one_page

NEWEST_FIRST = ("-first_published_at", "-pk")
TOPICS_SHOWN = 30


def listing(found, request, start, count=None):
    """Give (dict) one page of `found` (a queryset of ArticlePage): `pager`, `cards`, `formats`, `format`.

    `start`: the address of the list without parameters; `count`: how many `found` are (int), where known.
    """
    model = found.model
    wanted = request.GET.get("format", "")
    wanted = wanted if wanted in model.Format.values else ""
    if wanted:
        found, count = found.filter(format=wanted), None
    if condition := request.GET.get("condition", ""):
        found, count = found.filter(conditions__slug=condition).distinct(), None
    pager = one_page(found.order_by(*NEWEST_FIRST), request, count=count)
    return {
        "pager": pager,
        "cards": model.cards(list(pager.object_list), request),
        "formats": [("", _("All"), start), *_format_links(model, start)],
        "format": wanted,
    }


def _format_links(model, start):
    return [(value, label, f"{start}?format={value}") for value, label in model.Format.choices]


def topics(found, limit=None):
    """Give the Tags on the articles `found`, each with `articles` (int), the most used first."""
    tags = (
        Tag.objects.filter(articles_articletag_items__content_object__in=found.values("pk"))
        .annotate(articles=Count("articles_articletag_items"))
        .order_by("-articles", "name")
    )
    return list(tags[:limit])
