"""How staff list and choose what the medical desk keeps."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, UsageCountColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import ContributorPage, Fact, Source


class SourceViewSet(SnippetViewSet):
    """Sources: found by title, author, DOI; each shows every page that uses it."""

    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    menu_name = "sources"
    list_display = [
        "title",
        "type",
        "year",
        BooleanColumn("is_retracted", label=_("Retracted"), sort_key="is_retracted"),
        UsageCountColumn("usage", label=_("Used")),
    ]
    list_filter = ["type", "is_retracted", "language"]
    list_export = ["type", "title", "authors", "publisher", "year", "doi", "pmid", "url", "is_retracted"]
    list_per_page = 50


class FactViewSet(SnippetViewSet):
    """Statements that many pages repeat, each with the pages that place it."""

    model = Fact
    icon = "pick"
    menu_label = _("Reusable statements")
    menu_name = "facts"
    list_display = ["name", "locale", UsageCountColumn("usage", label=_("Used"))]
    list_per_page = 50


class ContributorListing(PageListingViewSet):
    """Contributors, with who may review today."""

    model = ContributorPage
    name = "contributors"
    icon = "group"
    menu_label = _("Contributors")
    list_filter = ["kind", "is_clinician", "commercial_interest", "live"]
    list_display = [
        *PageListingViewSet.index_view_class.base_columns[:2],
        "credentials",
        BooleanColumn("may_review", label=_("May review")),
    ]
