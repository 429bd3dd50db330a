"""Names of pages that begin like what is being typed."""

from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from pages.models.language import html_language

from . import kinds
from .analysis import fold, is_chinese, parts, pinyin
from .languages import language_tags

MOST = 8
SHORTEST = 2


def suggestions(text, request, pages):
    """Give [{"text", "kind", "url", "lang"}] (list of dict of str) for a cleaned `text` (str), at most MOST.

    `pages`: what readers can find. A name that was typed stands in `text`, else the title of the page.
    """
    if len(text) < SHORTEST and not any(is_chinese(run) for run in parts(text)):
        return []
    found = get_search_backend().autocomplete(text, pages)[: 2 * MOST]
    rows = {page.pk: page for page in Page.objects.filter(pk__in=[row.pk for row in found]).specific()}
    tags = language_tags()
    shown = once([rows[row.pk] for row in found if row.pk in rows], tags)
    return [line(page, text, request, tags) for page in shown[:MOST]]


def once(pages, tags):
    """Give `pages` (list), those in the reader's language first, without further translations of the same.

    `tags`: {id of a locale: BCP 47 tag}.
    """
    own = html_language(get_language())
    by_key = {}
    for page in sorted(pages, key=lambda page: tags[page.locale_id] != own):
        by_key.setdefault(page.translation_key, page)
    return list(by_key.values())


def line(page, text, request, tags):
    """Give one suggestion (dict of str) for a specific page; `tags`: from language_tags."""
    return {
        "text": name_for(page, text),
        "title": page.title,
        "kind": kinds.name_of(page),
        "url": page.get_url(request),
        "lang": tags[page.locale_id],
    }


def name_for(page, text):
    """Give the name (str) of `page` that `text` (str) begins, its title when none does."""
    typed = fold(text)
    names = [page.title, *getattr(page, "search_names", list)()]
    begun = (name for name in names if any(way.startswith(typed) for way in (fold(name), *pinyin(name)[:1])))
    return next(begun, page.title)
