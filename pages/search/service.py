"""Search the public pages: what the result page shows, in a number of queries that never grows."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend

from pages.cards import cards_for, specific_in_order
from pages.kept import kept, locale_of, locales
from pages.visibility import visible

from . import kinds, subjects
from .asked import LAST_PAGE
from .languages import language_tags
from .offers import did_you_mean
from .promotions import promoted
from .rows import as_rows
from .snippets import marked, snippet, words_of

PAGE_SIZE = 10
# Beyond this many, results are neither counted nor shown.
MOST = PAGE_SIZE * LAST_PAGE
# As much less counts what the reader of this page may not be able to read.
OTHER_LANGUAGE = 0.7


@dataclass
class Result:
    """One line of the result page; `title` and `snippet` are safe HTML with the words found marked.

    `title_lang` and `lang`: the BCP 47 tags (str) of the title and of the snippet.
    """

    card: object
    title: str
    snippet: str
    kind: str
    title_lang: str
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
    offer: str | None = None
    promoted: list = field(default_factory=list)


def public_pages(request):
    """Give the PageQuerySet of what readers of this site can find."""
    types = kinds.content_type_ids().values()
    pages = visible(Page.objects.filter(content_type__in=list(types)), request)
    return pages.filter(under(home_paths(request)))


def home_paths(request):
    """Give the tree paths (list of str) of the site's home page and of its translations."""
    site = Site.find_for_request(request)
    return kept(f"home-paths-{site.pk}", lambda: _home_paths(site)) if site else []


def _home_paths(site):
    return list(site.root_page.get_translations(inclusive=True).values_list("path", flat=True))


def under(paths):
    """Give the Q that matches every page below one of `paths`."""
    matches = Q(pk__in=[])
    for path in paths:
        matches |= Q(path__startswith=path)
    return matches


def search(asked, request):
    """Give Found for an Asked with a text."""
    found = matching(asked, request)
    pages = own_language_first(found)
    start, total = (asked.page - 1) * PAGE_SIZE, len(pages)
    page = pages[start : start + PAGE_SIZE]
    everything = public_pages(request)
    return Found(
        offer=did_you_mean(asked.text, everything) if asked.page == 1 else None,
        promoted=promoted(asked.text, everything) if asked.page == 1 else [],
        results=results([row.pk for row in page], asked.text, request),
        total=total,
        is_more=total >= MOST,
        facets=facets(asked, found, pages, request),
        has_next=total > start + PAGE_SIZE and asked.page < LAST_PAGE,
    )


def matching(asked, request):
    """Give the search results (sliceable, countable, the best first) for an Asked: FoundPages."""
    pages = as_rows(public_pages(request))
    if asked.kind:
        pages = pages.filter(content_type=kinds.content_type_ids()[asked.kind])
    if asked.condition:
        pages = pages.filter(subjects.about(subjects.keys_of(asked.condition)))
    if asked.language:
        pages = pages.filter(locale=locale_of(asked.language))
    return get_search_backend().search(asked.text, pages, operator="or")


def own_language_first(found):
    """Give the pages found (list), the best first; one in another language than the reader's counts less."""
    own = locale_of(get_language())
    pages = list(found.annotate_score("score")[:MOST])
    return sorted(pages, key=lambda page: -page.score * (1 if page.locale_id == own else OTHER_LANGUAGE))


def facets(asked, found, pages, request):
    """Give the Facets; each counts what the others leave, so that a choice can be changed for another.

    `found`: the search results, `pages`: the pages in them.
    """
    of_kind = count(asked, "kind", "content_type_id", found, pages, request)
    of_language = count(asked, "language", "locale_id", found, pages, request)
    listed = matching(replace(asked, condition=""), request)[:MOST] if asked.condition else pages
    of_condition = subjects.counted(listed, get_language())
    words = {word: of_kind.get(pk, 0) for word, pk in kinds.content_type_ids().items()}
    codes = {code: of_language.get(pk, 0) for pk, code in locales().items()}
    names = {word: kinds.label(word) for word in words}
    return [
        Facet("kind", _("Type"), choices(words, names, asked.kind)),
        Facet("condition", _("Condition"), choices(*by_slug(of_condition), asked.condition)),
        Facet("language", _("Language"), choices(codes, dict(settings.LANGUAGES), asked.language)),
    ]


def count(asked, name, column, found, pages, request):
    """Give {value of `column` (str): number of results} of what the other choices of `asked` leave.

    `name` (str): the choice that is left out. All `pages` found are counted here, unless they are too many.
    """
    if getattr(asked, name):
        return matching(replace(asked, **{name: ""}), request).facet(column)
    return found.facet(column) if len(pages) >= MOST else Counter(getattr(page, column) for page in pages)


def by_slug(counted):
    """Give ({slug: number}, {slug: title}) of `counted` ([(condition, number)])."""
    return {page.slug: number for page, number in counted}, {page.slug: page.title for page, _n in counted}


def choices(counts, labels, chosen):
    """Give the Choices (list) that would leave a result, and the one that is `chosen` (str, "" for none).

    `counts`: {value: number of results}; `labels`: {value: text}, in the order to show.
    """
    return [
        Choice(value, label, counts.get(value, 0), value == chosen)
        for value, label in labels.items()
        if counts.get(value) or value == chosen
    ]


def results(ids, text, request):
    """Give the Results (list) for page ids in their order; `text`: what was searched for."""
    pages = specific_in_order(ids, request, whole=True)
    words, languages = words_of(text), language_tags()
    return [
        Result(
            card=card,
            title=marked(page.title, words),
            snippet=snippet(page, words) or card.teaser,
            kind=kinds.name_of(page),
            title_lang=getattr(page, "title_lang", "") or languages[page.locale_id],
            lang=getattr(page, "body_lang", "") or languages[page.locale_id],
        )
        for page, card in zip(pages, cards_for(pages, request), strict=True)
    ]
