"""Which pages a list may show to everybody: published, and not behind a password or a login."""

from django.db.models import Q
from wagtail.models import Page, PageViewRestriction

from freshness.kept import counted


def pages_of(site):
    """Give all pages (PageQuerySet) of a Site in all of its languages, drafts too."""
    found = Page.objects.none()
    for root in site.root_page.get_translations(inclusive=True):
        found |= Page.objects.descendant_of(root, inclusive=True)
    return found


def visible(queryset, request):
    """Give the PageQuerySet without drafts and private pages; restrictions are read once a request."""
    return queryset.live().exclude(restricted(request))


def hidden(queryset, request):
    """Give the rest of the PageQuerySet: what `visible` leaves out."""
    return queryset.filter(Q(live=False) | restricted(request))


def restricted(request):
    """Give the Q that matches every page under a view restriction, remembered on `request`."""
    if not hasattr(request, "_restricted_paths"):
        request._restricted_paths = counted("restricted-paths", _paths)
    matches = Q(pk__in=[])
    for path in request._restricted_paths:
        matches |= Q(path__startswith=path)
    return matches


def _paths():
    restricted_pages = set(PageViewRestriction.objects.values_list("page_id", flat=True))
    return list(Page.objects.filter(pk__in=restricted_pages).values_list("path", flat=True))
