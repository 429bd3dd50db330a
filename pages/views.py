"""Addresses of this app that are not pages of the tree."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from .search import service
from .search.asked import Asked


@require_safe
def search(request):
    """Show what was found for `?q=`, or how to search. Any text is a question, none is an error."""
    asked = Asked.from_address(request.GET)
    found = service.search(asked, request) if asked.text else None
    return render(request, "search/results.html", {"asked": asked, "found": found, "query": asked.text})
