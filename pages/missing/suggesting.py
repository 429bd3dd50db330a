"""Where a missing address may have led: a public page with the same last word."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from pages.translations import LINK_FIELDS


def last_word(path):
    """Give the last part (str) of an address without the ending of old sites."""
    return path.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".htm").lower()


def suggestions(rows):
    """Give {row's pk: Page} for those MissingAddresses whose last word is the slug of one public page."""
    words = {row.pk: last_word(row.path) for row in rows}
    found = Page.objects.live().public().filter(depth__gt=2, slug__in=set(words.values()))
    by_slug = {}
    for page in found.only(*LINK_FIELDS):
        by_slug.setdefault(page.slug, []).append(page)
    return {pk: _best(row_path, by_slug[word]) for pk, word, row_path in _known(rows, words, by_slug)}


def _known(rows, words, by_slug):
    return [(row.pk, words[row.pk], row.path) for row in rows if words[row.pk] in by_slug]


def _best(path, pages):
    """Of several languages, the page whose address begins like the missing one."""
    return max(pages, key=lambda page: (_shared(path, page.url or ""), -page.pk))


def _shared(one, other):
    same = (a == b for a, b in zip(one, other, strict=False))
    return next((count for count, equal in enumerate(same) if not equal), min(len(one), len(other)))


def redirect_to(row, page, site):
    """Redirect the address of `row` (MissingAddress) to `page` for good; the row goes. Give the Redirect."""
    made, _created = Redirect.objects.update_or_create(
        old_path=row.path,
        site=site,
        defaults={"redirect_page": page, "redirect_link": "", "is_permanent": True},
    )
    row.delete()
    return made
