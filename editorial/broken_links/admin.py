"""The report of broken links."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from editorial.models import BrokenLink

from .looking import look_through

EDIT = ["add", "change", "publish"]


def may_see(user):
    """Whether `user` edits pages (bool)."""
    return page_permission_policy.user_has_any_permission(user, EDIT)


class BrokenLinksView(ReportView):
    """What the last look through all texts found, by page."""

    page_title = gettext_lazy("Broken links")
    header_icon = "link"
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    template_name = "editorial/broken_links/report.html"
    default_ordering = None
    columns = [
        TitleColumn(
            "page",
            label=gettext_lazy("Page"),
            get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.page_id]),
        ),
        Column("words", label=gettext_lazy("Words of the link")),
        Column("get_kind_display", label=gettext_lazy("What is wrong")),
        Column("target", label=gettext_lazy("Leads to")),
        DateColumn("found_at", label=gettext_lazy("Found")),
    ]
    list_export = ["page.title", "words", "kind", "target", "found_at"]
    no_results_message = gettext_lazy("The last look found no broken link.")

    def dispatch(self, request, *args, **kwargs):
        """Show it to whoever edits pages."""
        if not may_see(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        """Give what was found."""
        return BrokenLink.objects.select_related("page")


@require_POST
def look_again(request):
    """Look through all texts now."""
    if not may_see(request.user):
        raise PermissionDenied
    number = look_through()
    found = ngettext("%(number)s broken link.", "%(number)s broken links.", number)
    messages.success(request, _("All texts were looked through: ") + found % {"number": number})
    return redirect("broken_links")


class BrokenLinksMenuItem(MenuItem):
    """Shown to whoever edits pages."""

    def is_shown(self, request):
        """Whether this user edits pages (bool)."""
        return may_see(request.user)


@hooks.register("register_admin_urls")
def broken_links_urls():
    return [
        path("reports/broken-links/", BrokenLinksView.as_view(), name="broken_links"),
        path(
            "reports/broken-links/results/",
            BrokenLinksView.as_view(results_only=True),
            name="broken_links_results",
        ),
        path("reports/broken-links/look/", look_again, name="look_for_broken_links"),
    ]


@hooks.register("register_reports_menu_item")
def broken_links_menu_item():
    return BrokenLinksMenuItem(
        gettext_lazy("Broken links"),
        reverse("broken_links"),
        name="broken-links",
        icon_name="link",
        order=1320,
    )
