"""Three ways to search the same pages: this site's, Wagtail's own, and plain SQL LIKE."""

from django.db.models import Q
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from pages.models import StandardPage
from pages.search.query import cleaned

DEEP = 10


def ours(text):
    """Give the keys (list of str) of the first pages found by the site's search."""
    found = get_search_backend("pages.search.backend").search(text, public(), operator="or")
    return [str(page.pk) for page in found[:DEEP]]


def like_this(key, at):
    """Give the keys (list of str) of the `at` pages most like the page `key` (str)."""
    backend = get_search_backend("pages.search.backend")
    return [found.key for found in backend.like(StandardPage(pk=int(key)), public(), at)]


def stock(text):
    """Give the keys (list of str) found by Wagtail's own backend; quotes taken out, on which it fails."""
    words = " ".join(word for word in cleaned(text).replace('"', " ").replace("'", " ").split())
    backend = get_search_backend("wagtail.search.backends.database")
    return (
        [str(page.pk) for page in backend.search(words, StandardPage, operator="or")[:DEEP]] if words else []
    )


def like(text):
    """Give the keys (list of str) of pages that hold the text letter by letter, titles first."""
    in_title = Q(title__icontains=text)
    rows = StandardPage.objects.filter(in_title | Q(summary__icontains=text)).order_by("-pk")
    titled = list(rows.filter(in_title).values_list("pk", flat=True)[:DEEP])
    others = list(rows.exclude(in_title).values_list("pk", flat=True)[:DEEP])
    return [str(key) for key in [*titled, *others][:DEEP]]


def public():
    """Give the queryset of pages that the measurement may find."""
    return Page.objects.live().only("pk")
