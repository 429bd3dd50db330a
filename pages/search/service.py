"""Search the public pages: what the result page shows, in a number of queries that never grows."""

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend

from pages.cards import cards_for, specific_in_order
from pages.models.language import html_language
from pages.visibility import visible

from . import kinds
from .asked import LAST_PAGE
from .snippets import marked, snippet, words_of

PAGE_SIZE = 10
# Beyond this many, results are neither counted nor shown: LAST_PAGE pages of them.
MOST = PAGE_SIZE * LAST_PAGE


@dataclass
class Result:
    """One line of the result page; `title` and `snippet` are safe HTML with the words found marked."""

    card: object
    title: str
    snippet: str
    kind: str
    lang: str


@dataclass
class Choice:
    """One value of a facet: `count` results would remain."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass
class Facet:
    """One way to narrow the results; `name`: the field of Asked that holds the choice."""

    name: str
    label: str
    choices: list

    @property
    def chosen(self):
        """Whether one of the choices is made (bool)."""
        return any(choice.chosen for choice in self.choices)


@dataclass
class Found:
    """The answer to an Asked: `results` of one page, `total` of all (int), and the `facets`."""

    results: list = field(default_factory=list)
    total: int = 0
    is_more: bool = False
    facets: list = field(default_factory=list)
    has_next: bool = False


def public_pages(request):
    """Give the PageQuerySet of what readers of this site can find."""
    site = Site.find_for_request(request)
    types = kinds.content_type_ids().values()
    pages = visible(Page.objects.filter(content_type__in=list(types)), request)
    return pages.filter(under(home_paths(site))) if site else pages.none()


def home_paths(site):
    """Give the tree paths (list of str) of a site's home page and of its translations."""
    return list(site.root_page.get_translations(inclusive=True).values_list("path", flat=True))


def under(paths):
    """Give the Q that matches every page below one of `paths`."""
    matches = Q(pk__in=[])
    for path in paths:
        matches |= Q(path__startswith=path)
    return matches


def search(asked, request):
    """Give Found for an Asked with a text."""
    rows = matching(asked.text, request)
    by_kind = {pk: word for word, pk in kinds.content_type_ids().items()}
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    facts = [(row.pk, by_kind[row.content_type_id], codes[row.locale_id]) for row in rows]
    shown = [fact for fact in facts if fits(fact, asked.kind, asked.language)]
    start = (asked.page - 1) * PAGE_SIZE
    return Found(
        results=results([pk for pk, _kind, _code in shown[start : start + PAGE_SIZE]], asked.text, request),
        total=len(shown),
        is_more=len(rows) >= MOST,
        facets=[
            Facet("kind", _("Type"), kind_choices(facts, asked)),
            Facet("language", _("Language"), language_choices(facts, asked)),
        ],
        has_next=len(shown) > start + PAGE_SIZE and asked.page < LAST_PAGE,
    )


def matching(text, request):
    """Give the best MOST public pages (list of Page with few fields) for `text` (str), the best first."""
    pages = public_pages(request).only("pk", "content_type", "locale", "path", "depth")
    return list(get_search_backend().search(text, pages, operator="or")[:MOST])


def fits(fact, kind, language):
    """Whether (pk, kind, language code) passes the filters `kind` and `language`, each "" for any (bool)."""
    return kind in ("", fact[1]) and language in ("", fact[2])


def kind_choices(facts, asked):
    """Give the Choices of page types among `facts`, as the chosen language leaves them."""
    counts = Counter(fact[1] for fact in facts if fits(fact, "", asked.language))
    return [
        Choice(word, kinds.label(word), counts[word], word == asked.kind)
        for word in kinds.models()
        if counts[word] or word == asked.kind
    ]


def language_choices(facts, asked):
    """Give the Choices of languages among `facts`, as the chosen type leaves them."""
    counts = Counter(fact[2] for fact in facts if fits(fact, asked.kind, ""))
    return [
        Choice(code, name, counts[code], code == asked.language)
        for code, name in settings.LANGUAGES
        if counts[code] or code == asked.language
    ]


def results(ids, text, request):
    """Give the Results (list) for page ids in their order; `text`: what was searched for."""
    pages = specific_in_order(ids)
    words = words_of(text)
    return [
        Result(
            card=card,
            title=marked(page.title, words),
            snippet=snippet(page, text) or card.teaser,
            kind=page._meta.verbose_name,
            lang=html_language(page.locale.language_code),
        )
        for page, card in zip(pages, cards_for(pages, request), strict=True)
    ]
