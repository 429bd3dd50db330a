"""One page of a long list."""

from django.core.paginator import Paginator

A_PAGE = 24


def one_page(found, request, size=A_PAGE):
    """Give the django Page of `found` (queryset or list) that `?page=` asks for; never fails.

    A word gives the first page, a number too high the last.
    """
    return Paginator(found, size).get_page(request.GET.get("page"))
