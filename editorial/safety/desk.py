"""Staff at work on reports and corrections, inside Wagtail's admin."""

import django_filters
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_required
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.permission_policies import ModelPermissionPolicy

from editorial.models import Correction, SafetyReport
from editorial.readable import find_medical_page
from pages.lists import one_page

from .forms import CorrectionForm, DecisionForm
from .mail import DECIDE
from .parts import parts_of
from .services import AlreadyDecidedError, add_correction, change_correction, decide


class ReportFilterSet(WagtailFilterSet):
    """Reports by how they stand and in which language they came."""

    status = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"), choices=SafetyReport.Status.choices, empty_label=gettext_lazy("All")
    )
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"), choices=settings.LANGUAGES, empty_label=gettext_lazy("All")
    )

    class Meta:
        model = SafetyReport
        fields = ["status", "language"]


class ReportIndexView(IndexView):
    """The reports, newest first; the menu opens it with the new ones."""

    model = SafetyReport
    permission_policy = ModelPermissionPolicy(SafetyReport)
    any_permission_required = ["decide"]
    page_title = gettext_lazy("Safety reports")
    header_icon = "warning"
    index_url_name = "safety_desk:reports"
    index_results_url_name = "safety_desk:report_results"
    filterset_class = ReportFilterSet
    paginate_by = 50
    columns = [
        TitleColumn(
            "page",
            label=gettext_lazy("Page"),
            accessor="page.title",
            get_url=lambda report: reverse("safety_desk:report", args=[report.pk]),
        ),
        Column("place", label=gettext_lazy("Part")),
        Column("status", label=gettext_lazy("Status"), accessor="get_status_display", sort_key="status"),
        Column("language", label=gettext_lazy("Language")),
        DateColumn("created_at", label=gettext_lazy("Received"), sort_key="created_at"),
        Column("handled_by", label=gettext_lazy("Decided by")),
    ]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("page", "handled_by")


@permission_required(DECIDE)
def report(request, report_id):
    """GET: one report beside the part of the page it is about. POST: the decision."""
    found = get_object_or_404(SafetyReport.objects.select_related("page", "handled_by"), pk=report_id)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            decide(report=found, user=request.user, **form.cleaned_data)
        except AlreadyDecidedError as decided:
            messages.error(request, str(decided))
            return _show_report(request, decided.report, form)
        messages.success(request, _("Your decision is kept, and the page's entry on the board is settled."))
        return redirect("safety_desk:reports")
    return _show_report(request, found, form)


def _show_report(request, found, form):
    page = found.page.specific
    parts = parts_of(page, request) if page.live and found.anchor else []
    context = {
        "report": found,
        "part": next((part for part in parts if part.anchor == found.anchor), None),
        "form": form,
        "is_new": found.status == SafetyReport.Status.NEW,
        **_header(_("Safety report"), "warning", (_("Safety reports"), reverse("safety_desk:reports"))),
    }
    return render(request, "editorial/safety/desk_report.html", context)


def corrections(request, page_id, correction_id=None):
    """GET: the corrections of one page and a form. POST: a new one, or the one in the address changed."""
    page = _page_to_edit(request, page_id)
    found = get_object_or_404(Correction, pk=correction_id, page_id=page.pk) if correction_id else None
    form = CorrectionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        if found:
            change_correction(correction=form.save(commit=False), user=request.user)
        else:
            add_correction(page=page, user=request.user, **form.cleaned_data)
        messages.success(request, _("The correction is kept. Readers see it while the page is public."))
        return redirect("safety_desk:corrections", page.pk)
    pager = one_page(page.corrections.select_related("made_by"), request)
    context = {"target": page, "form": form, "editing": found, "pager": pager}
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    header = _header(_("Corrections"), "edit", (page.get_admin_display_title(), edit))
    return render(request, "editorial/safety/desk_corrections.html", {**context, **header})


def _page_to_edit(request, page_id):
    page = find_medical_page(page_id)
    if page is None:
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _header(title, icon, above):
    label, url = above
    return {
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"url": url, "label": label}, {"url": "", "label": title}],
    }
