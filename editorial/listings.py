"""Listings of pages that ask of no page whether a person may see it, when that person may see every one.

Wagtail looks each page up among all pages, which doubles what a hundred thousand of them cost the database.
"""

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

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


class LeanIndexView(IndexView):
    """The list of all pages of one type."""

    def get_base_queryset(self):
        """Give the pages (PageQuerySet) that the user may see."""
        if not may_explore_everything(self.request.user):
            return super().get_base_queryset()
        return self.annotate_queryset(self.model.objects.all())

    def get_paginator(self, queryset, *args, **options):
        """Give the Paginator; while nothing narrows the list it counts the type's own table and no other."""
        paginator = super().get_paginator(queryset, *args, **options)
        narrowed = self.is_searching or self.is_filtering
        if not narrowed and may_explore_everything(self.request.user):
            paginator.count = self.model.objects.count()
        return paginator


class LeanExplorableIndexView(ExplorableIndexView):
    """The pages below one page."""

    def get_base_queryset(self):
        """Give the pages (PageQuerySet) that the user may see; searches and filters are left to Wagtail."""
        narrowed = self.is_searching or self.is_filtering
        if narrowed or not may_explore_everything(self.request.user):
            return super().get_base_queryset()
        return self.annotate_queryset(self.model.objects.child_of(self.parent_page))

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
    list_per_page = 50


class Explorer(PageViewSet):
    """Wagtail's explorer, whatever page it begins at."""

    model = Page
    index_view_class = LeanExplorableIndexView
