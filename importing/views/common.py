"""What the screens share: the way to them, and pages of a list."""

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _


def trail(*steps):
    """Give Wagtail's breadcrumbs for the (address, label) `steps` below the list of imports."""
    home = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("importing:index"), "label": _("Import")},
    ]
    return home + [{"url": url, "label": label} for url, label in steps]


def page_of(request, rows, size):
    """Give the page (django Page) of `rows` that the request asks for with ?p=."""
    return Paginator(rows, size).get_page(request.GET.get("p"))
