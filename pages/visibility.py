"""Which pages a list may show to everybody: published, and not behind a password or a login."""

from django.db import connection
from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from .kept import kept


def pages_of(site):
    """Give all pages (PageQuerySet) of a Site in all of its languages, drafts too."""
    found = Page.objects.none()
    for root in site.root_page.get_translations(inclusive=True):
        found |= Page.objects.descendant_of(root, inclusive=True)
    return found


def visible(queryset, request):
    """Give the PageQuerySet without drafts and private pages; restrictions are read once a request."""
    matches = restricted(request)
    return queryset.live().exclude(matches) if request._restricted_paths else queryset.live()


def hidden(queryset, request):
    """Give the rest of the PageQuerySet: what `visible` leaves out."""
    return queryset.filter(Q(live=False) | restricted(request))


def restricted(request):
    """Give the Q that matches every page under a view restriction, remembered on `request`."""
    if not hasattr(request, "_restricted_paths"):
        request._restricted_paths = _restricted_paths()
    matches = Q(pk__in=[])
    for path in request._restricted_paths:
        matches |= Q(path__startswith=path)
    return matches


def ask_only_where_any_is_restricted():
    """Let Wagtail ask which restrictions hold for a page only while there are any.

    Within a transaction, which does not hear of others' changes, it asks always.
    """
    ask = Page.get_view_restrictions

    def get_view_restrictions(page):
        is_asked = connection.in_atomic_block or _restricted_paths()
        return ask(page) if is_asked else PageViewRestriction.objects.none()

    Page.get_view_restrictions = get_view_restrictions


def _restricted_paths():
    return kept("restricted-paths", _paths)


def _paths():
    restricted_pages = set(PageViewRestriction.objects.values_list("page_id", flat=True))
    return list(Page.objects.filter(pk__in=restricted_pages).values_list("path", flat=True))
