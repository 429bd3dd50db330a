"""The filters of page listings: what Wagtail offers, asked of the database by its indexes."""

from copy import deepcopy

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.models import Page, PageLogEntry


def users_of(rows, field):
    """Give a function of a request: the users (QuerySet) named in the `field` (str) of `rows` (QuerySet).

    Wagtail collects the people of all rows, which reads a whole table; here each person is looked up.
    """
    people = get_user_model().objects.filter(Exists(rows.filter(**{field: OuterRef("pk")}).order_by()))
    return lambda _request: people.all()


def offering(name, people):
    """Give Wagtail's filter `name` (str), which offers the users whom `people(request)` gives."""
    copy = deepcopy(PageFilterSet.base_filters[name])
    copy.queryset = people
    return copy


class DrawnOnce:
    """Mixin for a filter set that shows everybody who finds the same choices the same."""

    is_drawn_once = True

    def is_chosen(self):
        """Whether the address says anything about one of the filters (bool)."""
        names = tuple(self.filters)
        return any(word.startswith(names) for word in self.data)


class LeanPageFilterSet(DrawnOnce, PageFilterSet):
    """The filters of a list of all pages of one type."""

    owner = offering("owner", users_of(Page.objects.all(), "owner"))
    edited_by = offering("edited_by", users_of(PageLogEntry.objects.filter(action="wagtail.edit"), "user"))


class LeanGenericPageFilterSet(LeanPageFilterSet, GenericPageFilterSet):
    """The filters of the explorer."""
