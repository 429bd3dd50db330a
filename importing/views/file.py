"""One file: the source beside the draft, each line with its reason, and what waits for a decision."""

from collections import defaultdict

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from importing.models import ImportedFile
from importing.permissions import importers_only, may_edit
from importing.pipeline.cleaning import LINE_END

from .common import page_of, trail

LINES_PER_PAGE = 200
MOST_ENTRIES = 1000
MOST_BLOCKS = 300
MOST_LINKS = 100


@importers_only
@require_GET
def file_screen(request, file_id):
    """Source and draft of one file, side by side."""
    file = get_object_or_404(ImportedFile.objects.select_related("run", "page__locale"), pk=file_id)
    file.shown = _original(file)
    run_url = reverse("importing:run", args=[file.run_id])
    return render(
        request,
        "importing/file.html",
        {
            "file": file,
            "header_title": file.name,
            "breadcrumbs_items": trail((run_url, str(file.run)), ("", file.name)),
            **_source(request, file.shown),
            **_draft(request, file),
        },
    )


def _original(file):
    """The record with the ledger: a file that was known already shows the one of its first import."""
    if file.outcome != ImportedFile.Outcome.KNOWN or not file.page_id:
        return file
    first = ImportedFile.objects.filter(sha256=file.sha256, outcome="imported", page=file.page).first()
    return first or file


def _source(request, file):
    lines = page_of(request, LINE_END.split(file.source_text) if file.source_text else [], LINES_PER_PAGE)
    first = lines.start_index()
    entries = defaultdict(list)
    for entry in file.ledger.filter(line__range=(max(first, 1), lines.end_index()))[:MOST_ENTRIES]:
        entries[entry.line].append(entry)
    rows = [(number, text, entries[number]) for number, text in enumerate(lines.object_list, start=first)]
    return {"lines": lines, "rows": rows, "whole": file.ledger.filter(line=0)}


def _draft(request, file):
    page = file.page.get_latest_revision_as_object() if file.page else None
    proposals = file.shown.proposals.select_related("page", "decided_by")
    return {
        "draft": page,
        "blocks": list(page.body)[:MOST_BLOCKS] if page else [],
        "more_blocks": bool(page) and len(page.body) > MOST_BLOCKS,
        "may_edit": bool(page) and may_edit(request.user, page),
        "proposals": proposals,
        "links": file.shown.links.select_related("page")[:MOST_LINKS],
        "title_language_name": _language_name(page),
    }


def _language_name(page):
    if not page or not page.title_language:
        return ""
    return page.get_title_language_display() or _("another language")
