"""How staff list and choose what the medical desk keeps."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, TitleColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import SnippetViewSet

from .listings import PageListing
from .models import ContributorPage, Fact, Source


class CountedViewSet(SnippetViewSet):
    """Records whose list says how many others use each, with a link to them."""

    columns = []

    @property
    def list_display(self):
        """The columns of the list: those named in `columns`, and the count."""
        return [*self.columns, self.usage_column()]

    def get_queryset(self, request):
        """Give all records, each with its `usage_count` (int)."""
        return self.model.objects.annotate(usage_count=ReferenceIndex.usage_count_subquery(self.model))

    def usage_column(self):
        """Give the column that shows the count."""
        return TitleColumn("usage_count", label=_("Used"), sort_key="usage_count", get_url=self.usage_url)

    def usage_url(self, record):
        """Give where the users of a record are listed (str)."""
        return reverse(self.get_url_name("usage"), args=[quote(record.pk)])


class SourceViewSet(CountedViewSet):
    """Sources: found by title, author, DOI; each shows every page that uses it."""

    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    menu_name = "sources"
    columns = [
        "title",
        "type",
        "year",
        BooleanColumn("is_retracted", label=_("Retracted"), sort_key="is_retracted"),
    ]
    list_filter = ["type", "is_retracted", "language"]
    list_export = ["type", "title", "authors", "publisher", "year", "doi", "pmid", "url", "is_retracted"]
    list_per_page = 50


class FactViewSet(CountedViewSet):
    """Statements that many pages repeat, each with the pages that place it."""

    model = Fact
    icon = "pick"
    menu_label = _("Reusable statements")
    menu_name = "facts"
    columns = ["name", "locale"]
    list_per_page = 50


class ContributorListing(PageListing):
    """Contributors, with who may review today."""

    model = ContributorPage
    name = "contributors"
    icon = "group"
    menu_label = _("Contributors")
    list_filter = ["kind", "is_clinician", "commercial_interest", "live"]
    list_display = [
        *PageListing.index_view_class.base_columns[:2],
        "credentials",
        BooleanColumn("may_review", label=_("May review")),
    ]
