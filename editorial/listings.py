"""Listings of pages that ask of no page whether a person may see it, when that person may see every one.

Wagtail looks each page up among all pages, which doubles what a hundred thousand of them cost the database.
What rows show beside the page itself is read for all of them at once (editorial/listed_pages.py).
"""

from functools import cache

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.hooks import get_hooks
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages.kept import counted

from .listed_pages import annotated, know_root, listed, prepare
from .listing_filters import LeanGenericPageFilterSet, LeanPageFilterSet

# To be put in order by hand, all pages below another are drawn at once; of thousands that takes minutes.
MOST_IN_ORDER = 200
# One of these on a page makes it, and all below it, appear in listings.
EXPLORING = {get_permission_codename(action, Page._meta) for action in IndexView.any_permission_required}


def may_explore_everything(user):
    """Say whether `user` (User) finds every page in listings: superusers, and who has a right at the root."""
    if user.is_superuser:
        return user.is_active
    rights = page_permission_policy.get_cached_permissions_for_user(user)
    return any(right.page.is_root() and right.permission.codename in EXPLORING for right in rights)


class LeanListing:
    """Mixin, before one of Wagtail's views of pages."""

    def dispatch(self, request, *args, **kwargs):
        """Answer a request (HttpRequest)."""
        if may_explore_everything(request.user):
            know_root(request.user)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def filterset_class(self):
        """The filters (class), made once for each list of fields."""
        if not self.list_filter:
            return self.base_filterset_class
        return filters_for(self.model, tuple(self.list_filter), self.base_filterset_class)

    @cached_property
    def is_filtering(self):
        """Whether a filter narrows the list (bool). Nothing is validated where none is asked for."""
        return self.filters.is_chosen() and self.filters.is_valid() and self.filters.form.has_changed()

    def filter_queryset(self, queryset):
        """Give the pages (PageQuerySet) that the filters leave."""
        return super().filter_queryset(queryset) if self.is_filtering else queryset

    def get_paginator(self, queryset, *args, **options):
        """Give the Paginator; it counts by `count_all` while nothing narrows the list."""
        paginator = super().get_paginator(queryset, *args, **options)
        narrowed = self.is_searching or self.is_filtering or get_hooks("construct_explorer_page_queryset")
        if not narrowed and may_explore_everything(self.request.user):
            paginator.count = self.count_all()
        return paginator

    def annotate_queryset(self, pages):
        """Give `pages` (PageQuerySet) with what Wagtail asks of each in the same query."""
        return annotated(pages)

    def paginate_queryset(self, queryset, page_size):
        """Give Django's four of a page of the list, its rows ready to be drawn."""
        paginator, page, rows, has_others = super().paginate_queryset(queryset, page_size)
        prepare(rows)
        return paginator, page, rows, has_others


@cache
def filters_for(model, fields, base):
    """Give the filters (class) for the `fields` (tuple of str) of a model, beside those of `base`."""
    meta = type("Meta", (), {"model": model, "fields": fields})
    return type(f"{model.__name__}FilterSet", (base,), {"Meta": meta})


class LeanIndexView(LeanListing, IndexView):
    """The list of all pages of one type."""

    base_filterset_class = LeanPageFilterSet

    def get_base_queryset(self):
        """Give the pages (PageQuerySet) that the user may see."""
        if not may_explore_everything(self.request.user):
            return super().get_base_queryset()
        return listed(self.model).all()

    def count_all(self):
        """Give the number (int) of all pages of the type, counted anew when a page came or went."""
        return counted(f"number of {self.model._meta.label}", self.model.objects.count)


class LeanExplorableIndexView(LeanListing, ExplorableIndexView):
    """The pages below one page."""

    base_filterset_class = LeanGenericPageFilterSet
    # It shows no column with the parent, and so does not look for it.
    base_columns = [column for column in ExplorableIndexView.base_columns if column.name != "parent"]

    def get_base_queryset(self):
        """Give the pages (PageQuerySet) that the user may see; searches and filters are left to Wagtail."""
        narrowed = self.is_searching or self.is_filtering
        if narrowed or not may_explore_everything(self.request.user):
            return super().get_base_queryset()
        return listed(self.model).child_of(self.parent_page)

    def count_all(self):
        """Give the number (int) of pages below, which the tree knows."""
        return self.parent_page.numchild

    def get_side_panels(self):
        """Give the panels (MediaContainer) beside the list; the revision that is public is read once."""
        page = self.parent_page
        if page.live_revision_id == page.latest_revision_id:
            page.live_revision = page.latest_revision
        return super().get_side_panels()

    def get_valid_orderings(self):
        """Give the orderings (list of str): not by hand where there are too many pages for that."""
        orderings = super().get_valid_orderings()
        if self.parent_page.numchild <= MOST_IN_ORDER:
            return orderings
        return [ordering for ordering in orderings if ordering != self.sort_order_field]

    def get_context_data(self, **kwargs):
        """Say why the pages are not drawn for putting them in order, where that was asked for."""
        asked = self.request.GET.get("ordering") == self.sort_order_field
        if asked and not self.show_ordering_column and self.parent_page.numchild > MOST_IN_ORDER:
            said = _("With more than %(number)d pages here, their order cannot be set by hand.")
            messages.info(self.request, said % {"number": MOST_IN_ORDER})
        return super().get_context_data(**kwargs)


class PageListing(PageListingViewSet):
    """What lists all pages of one type stands on this."""

    index_view_class = LeanIndexView
    # The view makes it.
    filterset_class = PageListingViewSet.UNDEFINED
    list_per_page = 50


class Explorer(PageViewSet):
    """Wagtail's explorer, whatever page it begins at."""

    model = Page
    index_view_class = LeanExplorableIndexView
    filterset_class = PageViewSet.UNDEFINED
