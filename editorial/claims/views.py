"""Claims in the admin: the test box, the claims of a page, the open form, the exceptions."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import registry
from wagtail.models import Page

from editorial.columns import DayColumn
from editorial.desk_view import DeskView
from editorial.models import ClaimException, MedicalPage

from .edit_form import form_of, page_of
from .exceptions import (
    APPROVE,
    approve_exception,
    decline_exception,
    request_exception,
    why_not_decide,
)
from .forms import DecisionForm, ExceptionForm, TryForm
from .pages import check_page, check_text
from .segments import page_segments

SHOWN_HITS = 200


def hits_html(hits, page=None):
    """Give the list of hits as safe HTML (str); with a saved `page`, each with its links."""
    context = {"hits": hits[:SHOWN_HITS], "more": max(0, len(hits) - SHOWN_HITS), "page": page}
    return render_to_string("editorial/claims/hits.html", context)


def add_errors(form, error):
    """Put a ValidationError of a service on the fields of `form` that it names."""
    fields = getattr(error, "error_dict", None) or {None: error}
    for name, found in fields.items():
        form.add_error(name if name in form.fields else None, found)


class TryView(DeskView, FormView):
    """The test box: paste a text, see its hits and what context explained away. Nothing is stored."""

    template_name = "editorial/claims/try.html"
    form_class = TryForm
    page_title = gettext_lazy("Try the claim linter")
    header_icon = "search"

    def form_valid(self, form):
        """Show the hits under the form."""
        text, language = form.cleaned_data["text"], form.cleaned_data["language"] or None
        found = check_text(text, language, with_silenced=True)
        hits = [hit for hit in found if not hit.silenced_by]
        silenced = [hit for hit in found if hit.silenced_by]
        context = {"checked": True, "hits": hits_html(hits), "count": len(hits), "silenced": silenced}
        return self.render_to_response(self.get_context_data(form=form, **context))


class OfPage(DeskView):
    """A view about one medical page: finds it, and refuses whoever may neither edit it nor decide."""

    def dispatch(self, request, *args, **kwargs):
        """Put the page on the view; raise Http404 or PermissionDenied."""
        self.page = medical_page_or_404(kwargs["page_id"])
        if not may_see(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """The page's title (str)."""
        return self.page.get_admin_display_title()


class PageView(OfPage, TemplateView):
    """The claims of one page's newest draft, each with its three ways out. Works without JavaScript."""

    template_name = "editorial/claims/page.html"
    page_title = gettext_lazy("Claims")
    header_icon = "warning"

    def get_context_data(self, **kwargs):
        """Add the open hits, those that are settled, and the page's exceptions."""
        draft = self.page.get_latest_revision_as_object()
        hits = check_page(draft)
        return super().get_context_data(
            page=self.page,
            hits=hits_html([hit for hit in hits if hit.is_open], self.page),
            count=sum(hit.is_open for hit in hits),
            settled=[hit for hit in hits if hit.resolution],
            exceptions=self.page.claim_exceptions.select_related("requested_by", "decided_by")[:50],
            is_empty=not page_segments(draft),
            **kwargs,
        )


class RequestView(OfPage, FormView):
    """Ask for an exception for one sentence."""

    template_name = "editorial/claims/request.html"
    page_title = gettext_lazy("Ask for an exception")
    header_icon = "warning"
    form_class = ExceptionForm

    def get_initial(self):
        """Rule and sentence from the link of the hit."""
        return {key: self.request.GET.get(key, "") for key in ("rule", "sentence")}

    def get_context_data(self, **kwargs):
        """Add the page and the sentence that the form is about."""
        context = super().get_context_data(page=self.page, **kwargs)
        return context | {"sentence": context["form"]["sentence"].value()}

    def form_valid(self, form):
        """Ask; what the service refuses becomes an error of the form."""
        if not self.page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        try:
            request_exception(page=self.page, user=self.request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Asked. A second person must approve it."))
        return redirect("claims_page", self.page.pk)


class ExceptionsView(ReportView):
    """Every exception, the newest request first; export as CSV or XLSX."""

    page_title = gettext_lazy("Claim exceptions")
    header_icon = "check"
    index_url_name = "claims_exceptions"
    index_results_url_name = "claims_exceptions_results"
    model = ClaimException
    list_filter = ["status", "rule_code"]
    default_ordering = "-requested_at"
    list_export = ["page.title", "rule_code", "sentence", "reason", "get_status_display", "expires_on"]
    columns = [
        TitleColumn(
            "sentence",
            label=gettext_lazy("Sentence"),
            get_url=lambda exception: reverse("claims_exception", args=[exception.pk]),
        ),
        Column("rule_code", label=gettext_lazy("Rule"), sort_key="rule_code"),
        Column("page", label=gettext_lazy("Page")),
        Column("get_status_display", label=gettext_lazy("Status"), sort_key="status"),
        Column("requested_by", label=gettext_lazy("Asked for by")),
        DayColumn("expires_on", label=gettext_lazy("Holds until"), sort_key="expires_on"),
    ]

    def dispatch(self, request, *args, **kwargs):
        """Open to those who decide; editors see the exceptions of a page beside the page."""
        if not request.user.has_perm(APPROVE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        """Give all exceptions with what a row shows."""
        return ClaimException.objects.select_related("page", "requested_by")


class ExceptionView(DeskView, FormView):
    """One exception: sentence, reason, history, and the decision of a second person."""

    template_name = "editorial/claims/exception.html"
    form_class = DecisionForm
    page_title = gettext_lazy("Claim exception")
    header_icon = "check"

    def dispatch(self, request, *args, **kwargs):
        """Find the exception; refuse whoever may neither edit its page nor decide."""
        exceptions = ClaimException.objects.select_related("page", "requested_by", "decided_by")
        self.exception = get_object_or_404(exceptions, pk=kwargs["pk"])
        if not may_see(request.user, self.exception.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add the exception, its history, and why this person may not decide, if so."""
        return super().get_context_data(
            exception=self.exception,
            why_not=why_not_decide(self.exception, self.request.user),
            history=registry.get_logs_for_instance(self.exception).select_related("user")[:50],
            **kwargs,
        )

    def form_valid(self, form):
        """Approve or decline; what the service refuses becomes an error of the form."""
        decide = approve_exception if "approve" in self.request.POST else decline_exception
        try:
            decide(exception=self.exception, user=self.request.user, note=form.cleaned_data["note"])
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Decided."))
        return redirect("claims_exception", self.exception.pk)


@require_POST
def check_form(request):
    """Check what stands in an editor's open form, saved or not, and give it as JSON.

    The form's own fields as sent for saving; its address as `?form=`. `applies` is false for a page
    without medical statements.
    """
    form = form_of(request, request.GET.get("form", ""))
    if form is None:
        return JsonResponse({"applies": False})
    page = page_of(form)
    hits = [hit for hit in check_page(page) if hit.is_open]
    return JsonResponse(
        {
            "applies": True,
            "count": len(hits),
            "blocking": sum(hit.blocks for hit in hits),
            "summary": summary_of(hits),
            "hits": [hit.as_dict() for hit in hits[:SHOWN_HITS]],
            "html": hits_html(hits, page if page.pk else None),
        }
    )


def summary_of(hits):
    """Give the hits in a line of words (str)."""
    if not hits:
        return _("Claims: none open")
    blocking = sum(hit.blocks for hit in hits)
    return _("Claims: %(open)d open, %(blocking)d of them stop publishing") % {
        "open": len(hits),
        "blocking": blocking,
    }


def medical_page_or_404(page_id):
    """Give the page (a MedicalPage) with this primary key; raise Http404 for any other."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, MedicalPage):
        raise Http404
    return page


def may_see(user, page):
    """Whether `user` may look at the claims of `page` (bool)."""
    return page.permissions_for_user(user).can_edit() or user.has_perm(APPROVE)
