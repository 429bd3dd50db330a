"""The addresses in the rows of page listings, without asking Django and Wagtail for each row."""

import re
from functools import cache
from urllib.parse import quote

from django.urls import reverse
from wagtail.models import Page

# Stands for the page's id in an address that is made once for all rows.
ANY = 918273645
PLAIN_SLUG = re.compile(r"[\w-]+")


def address(name, pk):
    """Give the address (str) of the admin view `name` for the page with id `pk`."""
    return pattern(name).replace(str(ANY), str(pk))


@cache
def pattern(name):
    """Give the address (str) of the admin view `name` for the page with the id ANY."""
    return reverse(name, args=[ANY])


def address_of(page, request):
    """Give the public address (str or None) of a page, worked out once for its row."""
    if "lean_address" not in page.__dict__:
        page.lean_address = _address(page, request)
    return page.lean_address


def _address(page, request):
    # Pages below the same one differ in the last part of their address only.
    known = request.__dict__.setdefault("lean_addresses", {})
    above, last = page.url_path.removesuffix(f"{page.slug}/"), f"{quote(page.slug)}/"
    if not is_plain(page):
        return page.get_url(request)
    if above not in known:
        url = page.get_url(request)
        if not url or not url.endswith(f"/{last}"):
            return url
        known[above] = url.removesuffix(last)
    return known[above] + last


def is_plain(page):
    """Whether the address of a page is that of the page above it and its own slug (bool)."""
    has_slug = PLAIN_SLUG.fullmatch(page.slug) and page.url_path.endswith(f"/{page.slug}/")
    return bool(has_slug) and has_stock_address(type(page))


@cache
def has_stock_address(model):
    """Whether pages of `model` have the address that Wagtail gives them (bool)."""
    return model.get_url is Page.get_url and model.get_url_parts is Page.get_url_parts
