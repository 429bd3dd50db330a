"""Find the public page to which an address with something added belongs."""

from django.http import Http404
from wagtail.models import Page

from pages.visibility import visible


def public_page(request, path):
    """Give the specific page at `path` (str, without the language) if everybody may read it; raise Http404.

    A sub-address of a page, such as one topic of a list, is no page.
    """
    page = Page.find_for_request(request, path)
    if page is None or not visible(Page.objects.filter(pk=page.pk), request).exists():
        raise Http404
    page = page.specific
    if page.url_path.removeprefix(_root_path(page, request)).strip("/") != path.strip("/"):
        raise Http404
    return page


def _root_path(page, request):
    """Give the part (str) of url_path that stands for the home page of the page's language."""
    return "/" + page.url_path.split("/")[1] + "/"
