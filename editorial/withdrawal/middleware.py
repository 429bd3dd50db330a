"""The notice at the addresses of withdrawn pages. Acts on answers of 404 only, with one indexed query."""

from django.shortcuts import render
from django.utils import translation
from wagtail.models import Site

from editorial.models import WithdrawnPage


class WithdrawnPageMiddleware:
    """Answer 410 with the notice for readers where a page was withdrawn and nothing else has its address."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        row = _row(request)
        return _notice(request, row) if row else response


def _row(request):
    # PostgreSQL takes no NUL, and no page has one in its address.
    site = "\0" not in request.path and Site.find_for_request(request)
    rows = WithdrawnPage.objects.filter(path=request.path, site=site or None, withdrawal__lifted_at=None)
    return rows.select_related("withdrawal").order_by("-pk").first() if site else None


def _notice(request, row):
    with translation.override(row.language):
        response = render(request, "editorial/withdrawal/notice.html", {"withdrawn": row}, status=410)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Content-Language"] = row.language
    # A withdrawal that is lifted must show at once.
    response.headers["Cache-Control"] = "no-cache"
    return response
