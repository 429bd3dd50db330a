"""Where a page stood before it was imported: its publication leads readers from there to the new address."""

import csv
from pathlib import Path
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect

from importing.models import ImportedFile
from importing.pipeline import Refused, check_size
from pages.models import MissingAddress
from pages.redirects import LONGEST

STATED = "old_address"


def path_of(address):
    """Give the path (str) that a redirect begins with for `address` (str), a whole address or a path of it.

    Raise Refused, with the reason, for one that is none, leads to the front page, or is too long.
    """
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = None
    if not parts or parts.scheme not in ("", "http", "https") or not parts.path.startswith("/"):
        raise Refused(
            _("“%(address)s” is no address of a page. It looks like https://www.example.org/old/page.html.")
            % {"address": address[:100]}
        )
    path = Redirect.normalise_path(address)
    if path == "/":
        raise Refused(_("The front page cannot be led to an article."))
    if len(path) > LONGEST:
        raise Refused(
            _("The old address has %(length)s characters after the name of the site; %(limit)s can be kept.")
            % {"length": len(path), "limit": LONGEST}
        )
    return path


def read_addresses(path):
    """Give {name of a file: its old address} (dict of str) of a CSV file: two columns, a heading or none.

    Raise Refused that names the line of an address that cannot be used.
    """
    try:
        check_size(Path(path).stat().st_size)
        rows = list(csv.reader(Path(path).read_text("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Refused(
            _("The list of old addresses cannot be read: %(reason)s.") % {"reason": error}
        ) from error
    return {name: address for number, row in enumerate(rows, start=1) for name, address in _pair(number, row)}


def _pair(number, row):
    cells = [cell.strip() for cell in row]
    if not any(cells) or (number == 1 and [cell.casefold() for cell in cells] == ["file", "address"]):
        return []
    try:
        if len(cells) != 2:
            raise Refused(_("There are to be two columns: file, address."))
        path_of(cells[1])
    except Refused as refusal:
        raise Refused(
            _("Line %(number)s of the list of old addresses: %(reason)s")
            % {"number": number, "reason": refusal}
        ) from refusal
    return [(cells[0], cells[1])]


def stated_in(ledger):
    """Give the old path (str) that the text itself stated, "" without one; what is unusable is flagged."""
    for entry in [entry for entry in ledger.entries if entry.reason == STATED]:
        try:
            return path_of("http" + entry.original.partition("http")[2])
        except Refused:
            ledger.flagged(entry.line, entry.original, "old_address_unusable")
    return ""


@transaction.atomic
def keep_old_address(file, *, address, publisher=None):
    """Set the old `address` (str, "" for none) of `file` (an ImportedFile). Raise Refused when it is none.

    A page that is public is redirected to at once when its `publisher` (a User, or None) may publish it.
    """
    file.old_address = path_of(address) if address.strip() else ""
    file.save(update_fields=["old_address"])
    page = file.page
    if page and page.live and publisher and page.permissions_for_user(publisher).can_publish():
        redirect_old_addresses(page)


def redirect_old_addresses(page):
    """Lead all old addresses of `page` (an ArticlePage) to it for good; a redirect that exists stays."""
    old_paths = ImportedFile.objects.filter(page_id=page.pk).exclude(old_address="")
    for path in set(old_paths.values_list("old_address", flat=True)):
        _redirect(path, page)


def _redirect(path, page):
    _site_id, _root, own = page.get_url_parts() or (None, None, "")
    site = page.get_site()
    if not site or path == Redirect.normalise_path(own or ""):
        return
    if not Redirect.get_for_site(site).filter(old_path=path).exists():
        Redirect.objects.create(old_path=path, site=site, redirect_page=page.page_ptr, is_permanent=True)
        MissingAddress.objects.filter(path=path).delete()
