"""The review board in the admin: the list, and the two ways to settle an entry."""

import django_filters
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from .board import close_entries
from .columns import DayColumn
from .desk_view import DeskView
from .models import BoardEntry, BoardReason, Review, User
from .reviews import record_review, why_not

DUE = [
    ("0", gettext_lazy("Overdue or today")),
    ("30", gettext_lazy("Within 30 days")),
    ("90", gettext_lazy("Within 90 days")),
]


def subjects_on_the_board(request):
    """Give the pages (QuerySet), conditions as a rule, under which open entries are filed."""
    through = BoardEntry.subjects.through.objects.filter(page_id=OuterRef("pk"), boardentry__closed_at=None)
    return Page.objects.filter(Exists(through)).order_by("title")


class BoardFilterSet(WagtailFilterSet):
    """By reason, day, owner, condition and language."""

    reason = django_filters.ChoiceFilter(label=gettext_lazy("Reason"), choices=BoardReason.choices)
    due = django_filters.ChoiceFilter(label=gettext_lazy("Due"), choices=DUE, method="filter_due")
    owner = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Owner"), field_name="page__owner", queryset=User.objects.filter(is_active=True)
    )
    subject = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Condition"), field_name="subjects", queryset=subjects_on_the_board
    )
    language = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Language"),
        field_name="page__locale",
        queryset=lambda request: Locale.objects.all(),
    )

    class Meta:
        model = BoardEntry
        fields = []

    def filter_due(self, queryset, name, value):
        """Keep what is due within so many days."""
        return queryset.due_within(int(value))


class BoardView(ReportView):
    """Every open entry, the oldest due first, 50 a page; export as CSV or XLSX."""

    page_title = gettext_lazy("Review board")
    header_icon = "clipboard-list"
    index_url_name = "review_board"
    index_results_url_name = "review_board_results"
    model = BoardEntry
    filterset_class = BoardFilterSet
    permission_policy = page_permission_policy
    any_permission_required = ["change", "publish"]
    default_ordering = "due_on"
    list_export = ["page.title", "get_reason_display", "detail", "due_on", "page.owner", "page.locale"]
    export_headings = {"get_reason_display": gettext_lazy("Reason"), "page.locale": gettext_lazy("Language")}
    columns = [
        TitleColumn(
            "page", label=gettext_lazy("Page"), get_url=lambda entry: reverse("board_entry", args=[entry.pk])
        ),
        Column("get_reason_display", label=gettext_lazy("Reason"), sort_key="reason"),
        Column("detail", label=gettext_lazy("Details")),
        DayColumn("due_on", label=gettext_lazy("Due"), sort_key="due_on"),
        Column("page.owner", label=gettext_lazy("Owner")),
        Column("page.locale", label=gettext_lazy("Language")),
    ]

    def get_base_queryset(self):
        """Give the open entries with what a row shows; clinicians see them all."""
        return BoardEntry.objects.open().select_related("page__owner", "page__locale")

    def user_has_any_permission(self, permissions):
        """Whether the board is open to this person (bool): who may edit or sign reviews."""
        return super().user_has_any_permission(permissions) or hasattr(self.request.user, "contributor")


class SettleForm(forms.Form):
    """A word on what was done."""

    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, widget=forms.Textarea({"rows": 3}), max_length=2000
    )


class BoardEntryView(DeskView, FormView):
    """One entry: why it is here, and the ways to settle it that this person has."""

    template_name = "editorial/board/entry.html"
    form_class = SettleForm
    page_title = gettext_lazy("Review board")
    header_icon = "clipboard-list"

    def dispatch(self, request, *args, **kwargs):
        """Find the entry; refuse whoever may neither edit its page nor sign reviews."""
        self.entry = get_object_or_404(BoardEntry.objects.select_related("page"), pk=kwargs["pk"])
        self.page = self.entry.page.specific
        self.may_edit = self.page.permissions_for_user(request.user).can_edit()
        if not self.may_edit and not hasattr(request.user, "contributor"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """The page's title (str)."""
        return self.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        """Add the entry, the page, and why this person may not sign, if so."""
        return super().get_context_data(
            entry=self.entry,
            page=self.page,
            may_edit=self.may_edit,
            why_not=why_not(self.request.user, self.page),
            reviews=self.page.medical_reviews.select_related("reviewer")[:5],
            **kwargs,
        )

    def form_valid(self, form):
        """Sign "no change needed", or settle this one entry without a review."""
        if "unchanged" in self.request.POST:
            record_review(
                page=self.page,
                user=self.request.user,
                outcome=Review.Outcome.UNCHANGED,
                note=form.cleaned_data["note"],
                revision=self.page.live_revision,
            )
            messages.success(self.request, _("Signed: reviewed, no change needed."))
        else:
            self._settle()
        return redirect("review_board")

    def _settle(self):
        if self.entry.reason == BoardReason.CLOCK or not self.may_edit:
            raise PermissionDenied
        close_entries(page=self.page, reasons=[self.entry.reason], user=self.request.user)
        messages.success(self.request, _("Settled."))
