"""Readability beside the editor, measured on the newest draft."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page

from editorial.models import MedicalPage

from .report import readings_of


def readability_fragment(request, page_id):
    """Give the readings (HTML) of the newest draft of a page that this person may open."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, MedicalPage):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    found = readings_of(page.get_latest_revision_as_object())
    return render(request, "editorial/readability/readings.html", {"readings": found})
