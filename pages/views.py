"""Addresses of this app that are not pages of the tree."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .search import log, service
from .search.asked import Asked
from .search.query import cleaned
from .search.suggestions import suggestions


@require_safe
def search(request):
    """Show what was found for `?q=`, or how to search. Any text is a question, none is an error."""
    asked = Asked.from_address(request.GET)
    found = service.search(asked, request) if asked.text else None
    if found and not found.total and not asked.is_narrowed:
        log.note_missed(asked.text, get_language())
    return render(request, "search/results.html", {"asked": asked, "found": found, "query": asked.text})


@require_safe
@cache_control(public=True, max_age=60)
def search_suggestions(request):
    """Give, as JSON, up to eight names that begin like `?q=`; an empty list when there are none."""
    found = suggestions(cleaned(request.GET.get("q")), request, service.public_pages(request))
    return JsonResponse({"suggestions": found}, headers={"X-Robots-Tag": "noindex"})
