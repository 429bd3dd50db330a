"""A page as it stands in a list: one shape for every type, many at once in few queries.

A page type says how it looks in lists by a classmethod `cards(pages, request)`; others get the plain card.
"""

from dataclasses import dataclass, field
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page

from .kept import language_of
from .lists import listed
from .models.language import html_language
from .picture import prefetch_pictures
from .reading import teaser
from .visibility import visible

TITLE_LENGTH = 90
TEASER_LENGTH = 140


@dataclass(frozen=True)
class Label:
    """A word at a title: `kind` is "", "plain", "emerging" or "careful"."""

    text: str
    kind: str = ""


@dataclass
class Card:
    """What a list shows of a page."""

    title: str
    url: str
    teaser: str = ""
    labels: list[Label] = field(default_factory=list)
    picture: object = None
    drawing: str = "article"
    lang: str = ""
    published: date | None = None
    reviewed: date | None = None

    @cached_property
    def short_title(self):
        """The title (str), cut at a word where it is too long for a list."""
        return teaser(self.title, TITLE_LENGTH)


def card(page, request, **more):
    """Give the Card of one page; `more`: fields that its type knows better."""
    return Card(
        **{
            "title": page.title,
            "url": page.get_url(request),
            "teaser": teaser(getattr(page, "summary", ""), TEASER_LENGTH),
            "lang": title_lang(page),
            "published": page.first_published_at,
            **more,
        }
    )


def cards_for(pages, request):
    """Give [Card] in the order of `pages` (specific pages of any types)."""
    by_type = {}
    for page in pages:
        by_type.setdefault(type(page), []).append(page)
    made = {}
    prefetch_pictures(pages)
    for model, group in by_type.items():
        made.update(zip((page.pk for page in group), _cards(model, group, request), strict=True))
    return [made[page.pk] for page in pages]


def _cards(model, pages, request):
    own = getattr(model, "cards", None)
    return own(pages, request) if own else [card(page, request) for page in pages]


def title_lang(page):
    """Give the BCP 47 tag (str) of a page's title where it is not the language being read, else ""."""
    own = getattr(page, "title_language", "") or language_of(page.locale_id)
    return html_language(own) if own != get_language() else ""


def specific_in_order(ids, request, *, whole=False):
    """Give the specific pages with these ids that everybody may see, in this order, one query a type.

    They lack their long texts, unless they are wanted `whole`.
    """
    rows = visible(Page.objects.filter(pk__in=ids), request).order_by().values_list("pk", "content_type_id")
    by_type = {}
    for pk, kind in rows:
        by_type.setdefault(kind, []).append(pk)
    found = {}
    for kind, group in by_type.items():
        model = ContentType.objects.get_for_id(kind).model_class() or Page
        found.update((model.objects if whole else listed(model.objects)).in_bulk(group))
    return [found[pk] for pk in ids if pk in found]
