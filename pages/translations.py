"""Find the same page in another language, many pages in one query."""

from django.utils import translation
from wagtail.models import Page

LINK_FIELDS = ("id", "title", "slug", "url_path", "path", "depth", "live", "translation_key", "locale_id")


def link_fields(relation):
    """Give what `only` needs (list of str) to link to the pages of a foreign key `relation` (str)."""
    return [f"{relation}__{name}" for name in LINK_FIELDS]


def in_language(pages, locale_id):
    """Give `pages` (of one model), each replaced by its published translation into `locale_id` if any."""
    pages = list(pages)
    keys = {page.translation_key for page in pages if page.locale_id != locale_id}
    if not keys:
        return pages
    twins_there = type(pages[0])._default_manager.live().filter(translation_key__in=keys, locale_id=locale_id)
    found = {twin.translation_key: twin for twin in twins_there}
    return [found.get(page.translation_key, page) for page in pages]


def twins(keys, locale_id):
    """Give {language code: Page}: for each language but that of `locale_id` the first published of `keys`.

    `keys`: translation keys (list), the most wanted first.
    """
    found = (
        Page.objects.live()
        .filter(translation_key__in=keys)
        .exclude(locale_id=locale_id)
        .select_related("locale")
        .only(*LINK_FIELDS, "locale__language_code")
    )
    by_rank = sorted(found, key=lambda twin: -keys.index(twin.translation_key))
    return {twin.locale.language_code: twin for twin in by_rank}


def language_name(code):
    """Give the name (str) of a language in that language, for example 简体中文."""
    return translation.get_language_info(code)["name_local"]
