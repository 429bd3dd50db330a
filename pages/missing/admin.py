"""The report for editors: what readers asked for and did not find, with a redirect at one click."""

from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from . import views
from .log import shown
from .suggesting import suggestions

ADD = "wagtailredirects.add_redirect"


class AnswerColumn(Column):
    """Redirect to the page suggested, to another one, or ignore."""

    cell_template_name = "pages/missing/answer.html"

    def get_cell_context_data(self, instance, parent_context):
        """Add what forms need."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(parent_context["request"])}


class MissingAddressesView(ReportView):
    """Missing addresses, the most wanted first."""

    page_title = _("Missing addresses")
    header_icon = "warning"
    index_url_name = "missing_addresses"
    index_results_url_name = "missing_addresses_results"
    default_ordering = None
    paginate_by = 50
    columns = [
        Column("path", label=_("Address")),
        Column("times", label=_("Times")),
        DateColumn("last_seen", label=_("Last asked for")),
        AnswerColumn("answer", label=_("Redirect")),
    ]
    list_export = ["path", "times", "first_seen", "last_seen"]
    no_results_message = _("No reader asked for an address that is not there.")

    def dispatch(self, request, *args, **kwargs):
        """Show it to whoever makes redirects."""
        if not request.user.has_perm(ADD):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        """Give the addresses that nobody has answered."""
        return shown()

    def get_context_data(self, *args, **kwargs):
        """Give each row on this page of the report the page that it may have meant."""
        context = super().get_context_data(*args, **kwargs)
        known = suggestions(context["object_list"])
        for row in context["object_list"]:
            row.suggested = known.get(row.pk)
        return context


class MissingAddressesMenuItem(MenuItem):
    """Shown to whoever makes redirects."""

    def is_shown(self, request):
        """Whether this user makes redirects (bool)."""
        return request.user.has_perm(ADD)


@hooks.register("register_admin_urls")
def missing_addresses_urls():
    start, view = "reports/missing-addresses/", MissingAddressesView
    return [
        path(start, view.as_view(), name="missing_addresses"),
        path(
            f"{start}results/",
            view.as_view(results_only=True),
            name="missing_addresses_results",
        ),
        path(f"{start}<int:pk>/redirect/", views.redirect_address, name="redirect_missing_address"),
        path(f"{start}<int:pk>/ignore/", views.ignore_address, name="ignore_missing_address"),
    ]


@hooks.register("register_reports_menu_item")
def missing_addresses_menu_item():
    return MissingAddressesMenuItem(
        _("Missing addresses"),
        reverse("missing_addresses"),
        name="missing-addresses",
        icon_name="warning",
        order=1310,
    )
