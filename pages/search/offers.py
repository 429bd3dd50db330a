"""Another text to search for, where the one that was typed may be a mistake."""

from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from . import spelling
from .analysis import pinyin


def did_you_mean(text, pages):
    """Give another text (str) to search for instead of `text` (str), or None.

    `pages`: what readers can find. Nothing is offered that they would not find: the words come from drafts
    too.
    """
    correction = spelling.corrected(text)
    if correction:
        offer, words = correction
        return offer if best_page(words, pages) else None
    return homophone(text, pages)


def best_page(text, pages):
    """Give the first page (Page) that holds every word of `text` (str), or None."""
    return next(iter(get_search_backend().search(text, pages, operator="and")[:1]), None)


def homophone(text, pages):
    """Give the name (str) of a page that sounds like the Chinese `text` (str), or None."""
    if not spelling.is_all_chinese(text):
        return None
    page = best_page(pinyin(text)[0], pages)
    return spelling.sounds_like(text, names_of(page)) if page else None


def names_of(page):
    """Give the title and other names (list of str) of a Page."""
    specific = Page.objects.get(pk=page.pk).specific
    return [specific.title, *getattr(specific, "search_names", list)()]
