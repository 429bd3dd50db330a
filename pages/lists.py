"""One page of a long list."""

from django.core.paginator import Paginator

A_PAGE = 24


def one_page(found, request, size=A_PAGE, *, as_many=None):
    """Give the django Page of `found` (queryset or list) that `?page=` asks for; never fails.

    A word gives the first page, a number too high the last. `as_many`: a queryset of as many rows that the
    database counts sooner.
    """
    paginator = Paginator(found, size)
    if as_many is not None:
        paginator.count = as_many.count()
    return paginator.get_page(request.GET.get("page"))
