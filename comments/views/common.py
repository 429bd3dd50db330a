"""What every reader's view needs: the page, and an answer for script or browser."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from wagtail.models import Page, PageViewRestriction

from freshness.kept import counted

FRAGMENT_HEADER = "X-Comments-Fragment"


def find_page(page_id):
    """Give the page's specific instance, live or not, or None."""
    kind = Page.objects.filter(pk=page_id).order_by().values_list("content_type_id", flat=True)[:1]
    model = kind and ContentType.objects.get_for_id(kind[0]).model_class()
    return model.objects.filter(pk=page_id).order_by().first() if model else None


def page_or_404(request, page_id):
    """Give the live page (specific instance) this visitor may read; raise Http404 otherwise."""
    page = find_page(page_id)
    if page is None or not page.live:
        raise Http404
    refuse_outsiders(request, page)
    return page


def refuse_outsiders(request, page):
    """Raise Http404 for a visitor from whom the privacy settings of `page` keep it."""
    if not counted("restricted-pages", PageViewRestriction.objects.exists):
        return
    if any(not rule.accept_request(request) for rule in page.get_view_restrictions()):
        raise Http404


def wants_fragment(request):
    """Whether our script asks for the inner part only (bool)."""
    return request.headers.get(FRAGMENT_HEADER) == "1"


def show(request, name, context, *, status=200):
    """Render templates/comments/<name>.html, or its `_<name>.html` part for our script; never cached."""
    part = f"comments/_{name}.html" if wants_fragment(request) else f"comments/{name}.html"
    response = render(request, part, context, status=status)
    add_never_cache_headers(response)
    patch_vary_headers(response, [FRAGMENT_HEADER, "Cookie"])
    return response


def number(text, digits=18):
    """Give the whole number (int) that `text` is, or None; at most so many `digits`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None


def sent(request):
    """Give the data for a form: what was posted, also when that is nothing, else None."""
    return request.POST if request.method == "POST" else None
