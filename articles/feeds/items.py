"""What stands in a feed: which pages it may speak of, and what happened to them."""

from dataclasses import dataclass
from datetime import datetime, time
from operator import attrgetter

from django.db.models import Q
from django.db.models.functions import TruncDate
from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language
from taggit.models import Tag

from articles.models import ArticlePage
from conditions.models import ConditionPage, TreatmentPage
from editorial.models import Correction
from pages.cards import specific_in_order
from pages.visibility import visible

ITEMS = 30


@dataclass(frozen=True)
class Asked:
    """What a feed was asked for. `found`: querysets of the pages it may speak of; `subject`: str or ""."""

    request: object
    found: list
    subject: str = ""


@dataclass(frozen=True)
class Item:
    """One entry: a page, when what happened (aware datetime), what is said of it, what tells it apart."""

    page: object
    moment: datetime
    text: str
    key: str = ""


def public(model, request):
    """Give the queryset of public pages of `model` in the language being read."""
    return visible(model.objects, request).filter(locale__language_code=get_language())


def everything(request):
    """Ask for all pages with medical text."""
    return Asked(request, [public(model, request) for model in (ArticlePage, ConditionPage, TreatmentPage)])


def on_topic(request, slug):
    """Ask for the articles on one topic; 404 when there is none."""
    found = public(ArticlePage, request).filter(tags__slug=slug).distinct()
    tag = Tag.objects.filter(slug=slug).first()
    if tag is None or not found.exists():
        raise Http404
    return Asked(request, [found], tag.name)


def on_condition(request, slug):
    """Ask for one condition and the articles about it; 404 when it is not public."""
    found = public(ConditionPage, request).filter(slug=slug)
    condition = found.first()
    if condition is None:
        raise Http404
    about = public(ArticlePage, request).filter(conditions__translation_key=condition.translation_key)
    return Asked(request, [about.distinct(), found], condition.title)


def new(asked):
    """Give [Item] of the pages first published last."""
    pages = newest(asked.found, "first_published_at")
    return [Item(page, page.first_published_at, page.summary) for page in pages]


def updated(asked):
    """Give [Item] of the pages changed in substance after their first day."""
    later = {"materially_updated_on__gt": TruncDate("first_published_at")}
    pages = newest([found.filter(**later) for found in asked.found], "materially_updated_on")
    return [Item(page, midnight(page.materially_updated_on), page.summary, "updated") for page in pages]


def corrected(asked):
    """Give [Item], one a public correction."""
    of_them = Q()
    for found in asked.found:
        of_them |= Q(page__in=found.values("pk"))
    rows = list(Correction.objects.filter(of_them)[:ITEMS])
    pages = {page.pk: page for page in specific_in_order({row.page_id for row in rows}, asked.request)}
    return [
        Item(pages[row.page_id], midnight(row.made_on), row.text, f"correction-{row.pk}")
        for row in rows
        if row.page_id in pages
    ]


def newest(querysets, field):
    """Give the pages of all `querysets` with the latest `field` (a name, str), one query each."""
    known = [found.filter(**{f"{field}__isnull": False}) for found in querysets]
    pages = [page for found in known for page in found.order_by(f"-{field}", "-pk")[:ITEMS]]
    return sorted(pages, key=attrgetter(field, "pk"), reverse=True)[:ITEMS]


def midnight(day):
    """Give the first moment (aware datetime) of `day` (date)."""
    return timezone.make_aware(datetime.combine(day, time.min))
