"""Upload files, list the runs, show one of them."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from importing.forms import UploadForm
from importing.models import ImportRun
from importing.permissions import importers_only
from importing.services import from_upload, import_files, report_of_run

from .common import page_of, trail

RUNS_PER_PAGE = 20
FILES_PER_PAGE = 50


@importers_only
@require_http_methods(["GET", "POST"])
def index(request):
    """The upload form above the list of runs, newest first."""
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    if is_sent and form.is_valid():
        return _import(request, form.cleaned_data["files"])
    runs = page_of(request, ImportRun.objects.select_related("user"), RUNS_PER_PAGE)
    return render(
        request,
        "importing/index.html",
        {"form": form, "runs": runs, "header_title": _("Import"), "breadcrumbs_items": trail()},
        status=400 if form.errors else 200,
    )


@importers_only
@require_GET
def run_screen(request, run_id):
    """The files of one run, with what waits in each."""
    run = get_object_or_404(ImportRun.objects.select_related("user"), pk=run_id)
    files = run.files.select_related("page").annotate(
        removed=Count("ledger", filter=Q(ledger__action="removed"), distinct=True),
        flagged=Count("ledger", filter=Q(ledger__action="flagged"), distinct=True),
        waiting=Count("proposals", filter=Q(proposals__status="pending"), distinct=True),
    )
    files = files.order_by("pk")
    title = str(run)
    return render(
        request,
        "importing/run.html",
        {
            "run": run,
            "files": page_of(request, files, FILES_PER_PAGE),
            "header_title": title,
            "breadcrumbs_items": trail(("", Truncator(title).chars(60))),
        },
    )


@importers_only
@require_GET
def report(request, run_id):
    """The complete report of a run, as a JSON file."""
    run = get_object_or_404(ImportRun, pk=run_id)
    response = JsonResponse(report_of_run(run), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="import-{run.pk}.json"'
    return response


def _import(request, files):
    run, _report = import_files([from_upload(file) for file in files], user=request.user, origin="upload")
    counts = {"imported": run.imported, "known": run.known, "failed": run.failed}
    text = _("%(imported)s imported, %(known)s already there, %(failed)s failed.") % counts
    (messages.warning if run.failed else messages.success)(request, text)
    return redirect("importing:run", run.pk)
