"""One page of a long list."""

from django.core.paginator import Paginator
from wagtail.fields import RichTextField, StreamField

A_PAGE = 24
# What the desk notes down about a page.
BOOKKEEPING = (
    *("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"),
    *("live_revision", "go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by", "owner"),
)


def one_page(found, request, size=A_PAGE, *, count=None):
    """Give the django Page of `found` (queryset or list) that `?page=` asks for; never fails.

    A word gives the first page, a number too high the last. `count` (int): how many there are, where somebody
    knows it.
    """
    paginator = Paginator(found, size)
    if count is not None:
        paginator.count = count
    return paginator.get_page(request.GET.get("page"))


def listed(queryset):
    """Give the queryset of specific pages without what no list shows: long texts, and what the desk notes."""
    fields = queryset.model._meta.concrete_fields
    texts = (one.name for one in fields if isinstance(one, (StreamField, RichTextField)))
    return queryset.defer(*texts, *BOOKKEEPING)
