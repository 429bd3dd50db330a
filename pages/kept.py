"""What changes rarely and is the same for everybody, kept in the cache.

Every entry is dropped when a page, a language or a setting of the site is saved, moved or deleted,
and at the latest after a minute, because other processes do not hear of it.
"""

from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from .models.glossary import GlossaryTerm
from .models.settings import SiteSettings, SiteText

SECONDS = 60
GENERATION = "kept-generation"


def kept(name, build):
    """Give what `build()` gives, from the cache while nothing has been saved since. `name`: str, unique."""
    return cache.get_or_set(f"kept-{cache.get(GENERATION, 0)}-{name}", build, SECONDS)


def forget(instance=None, **_signal):
    """Drop everything kept when `instance` is something it may be made of."""
    if isinstance(instance, (Page, Site, SiteSettings, SiteText, Locale, GlossaryTerm)):
        cache.set(GENERATION, cache.get(GENERATION, 0) + 1, None)


def language_of(locale_id):
    """Give the language code (str) of a locale without asking the database again."""
    return kept("locales", lambda: dict(Locale.objects.values_list("pk", "language_code"))).get(locale_id, "")
