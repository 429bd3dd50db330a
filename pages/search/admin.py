"""The report for editors: what readers looked for and did not find."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from pages.translations import language_name

from .log import SHOWN_FROM, most_missed

EDIT = ["add", "change", "publish"]


class MissedSearchesView(ReportView):
    """Searches without result, the most frequent first; a search of one reader alone is not shown."""

    page_title = _("Searches without result")
    header_icon = "search"
    index_url_name = "missed_searches"
    index_results_url_name = "missed_searches_results"
    default_ordering = None
    columns = [
        Column("query", label=_("Searched for")),
        Column(
            "language",
            label=_("Language of the page"),
            accessor=lambda row: language_name(row["language"]),
        ),
        Column("total", label=_("Times in 90 days")),
    ]
    list_export = ["query", "language", "total"]
    export_headings = {"query": _("Searched for"), "language": _("Language"), "total": _("Times")}

    def dispatch(self, request, *args, **kwargs):
        """Show it to whoever edits pages."""
        if not page_permission_policy.user_has_any_permission(request.user, EDIT):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        """Give the rows of log.most_missed."""
        return most_missed()

    @property
    def no_results_message(self):
        """What is said while there is nothing to see (str)."""
        return _("Nothing that %(times)s readers or more looked for was missing.") % {"times": SHOWN_FROM}


class MissedSearchesMenuItem(MenuItem):
    """Shown to whoever edits pages."""

    def is_shown(self, request):
        """Whether this user edits pages (bool)."""
        return page_permission_policy.user_has_any_permission(request.user, EDIT)


@hooks.register("register_admin_urls")
def missed_searches_urls():
    view = MissedSearchesView
    return [
        path("reports/missed-searches/", view.as_view(), name="missed_searches"),
        path(
            "reports/missed-searches/results/",
            view.as_view(results_only=True),
            name="missed_searches_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def missed_searches_menu_item():
    return MissedSearchesMenuItem(
        _("Searches without result"),
        reverse("missed_searches"),
        name="missed-searches",
        icon_name="search",
        order=1300,
    )
