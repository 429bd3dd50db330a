"""What is kept in this process (see freshness/kept.py), and what makes it forget at once."""

from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Locale, Page, PageViewRestriction, Site

from freshness.kept import counted, counted_each, forget_everything, kept

from .models.glossary import GlossaryTerm
from .models.settings import SiteText

__all__ = [
    "counted",
    "counted_each",
    "forget",
    "forget_everything",
    "kept",
    "language_of",
    "locale_of",
    "locales",
]

MADE_OF = (Page, PageViewRestriction, Site, BaseSiteSetting, SiteText, Locale, GlossaryTerm)


def forget(instance=None, **_signal):
    """Drop everything kept when `instance` is something it may be made of: this process sees it at once."""
    if isinstance(instance, MADE_OF):
        forget_everything()


def locales():
    """Give {id of a locale: language code} (dict of int: str) without asking the database again."""
    return kept("locales", lambda: dict(Locale.objects.values_list("pk", "language_code")))


def language_of(locale_id):
    """Give the language code (str) of a locale, "" for none."""
    return locales().get(locale_id, "")


def locale_of(language):
    """Give the id (int) of the locale of a language (code), None where it has none."""
    return next((pk for pk, code in locales().items() if code == language), None)
