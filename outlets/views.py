"""Addresses at which a page has another form. None needs a login, none changes anything."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.views import serve

from pages.kept import language_of
from pages.models import html_language

from .finding import public_page
from .handout import HANDED_OUT, handout_of
from .markdown.llms import llms_text
from .markdown.twin import twin

SECONDS_KEPT = 300
MARKDOWN = "text/markdown; charset=utf-8"


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT)
def markdown(request, path=""):
    """The page at `path` (str) as Markdown; 404 for what not everybody may read."""
    page = public_page(request, path)
    headers = {"Link": f'<{page.get_full_url(request)}>; rel="canonical"', "X-Robots-Tag": "noindex"}
    return HttpResponse(twin(page, request), content_type=MARKDOWN, headers=headers)


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT)
def llms(request):
    """The list of the pages of this language for language models."""
    return HttpResponse(llms_text(request), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT)
def handout(request, path):
    """The page at `path` (str) as a handout; what has none leaves the address to a page called "handout"."""
    page = public_page(request, path)
    if not isinstance(page, HANDED_OUT):
        del (
            request._wagtail_route_for_request
        )  # Wagtail remembers the page that it found for the other address
        return serve(request, f"{path}handout/")
    lang = html_language(language_of(page.locale_id))
    return render(request, "outlets/handout.html", {**handout_of(page, request), "lang": lang})
