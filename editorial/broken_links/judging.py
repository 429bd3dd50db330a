"""What is wrong with one link. Addresses of other sites are only read, never asked."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

from editorial.models import BrokenLink

Kind = BrokenLink.Kind
VALID_URL = URLValidator(["http", "https"])
VALID_MAIL = EmailValidator()


def problem_with(link, page, known, places):
    """Give (Kind, what it leads to (str)) of a Link on `page`, None when nothing is wrong.

    `known`: {"page": {number: Page}, "document": set of numbers}, what the batch refers to; `places`: Places.
    """
    if link.kind == "page":
        return _page(known["page"].get(link.target), link.target)
    if link.kind == "document":
        return None if link.target in known["document"] else (Kind.DOCUMENT_GONE, link.target)
    return _typed(link.target, page, places)


def _page(target, name):
    if target is None:
        return Kind.PAGE_GONE, name
    return None if target.live else (Kind.PAGE_HIDDEN, target.title)


def _typed(address, page, places):
    try:
        parts = urlsplit(address)
        host = parts.netloc
    except ValueError:
        return Kind.MALFORMED, address
    if not parts.scheme and not host and not parts.path:
        return _anchor(parts.fragment, page, places, address)
    if not parts.scheme or places.is_own(host):
        return (
            _own(parts, places, address) if parts.path.startswith("/") or host else (Kind.MALFORMED, address)
        )
    return None if _is_well_formed(parts, address) else (Kind.MALFORMED, address)


def _anchor(fragment, page, places, address):
    if not fragment or unquote(fragment) in places.anchors_of(page):
        return None
    return Kind.ANCHOR_GONE, address


def _own(parts, places, address):
    path = unquote(parts.path) or "/"
    page = places.page_at(path)
    if page is None:
        if places.is_view(path):
            return None
        moved = places.redirect_at(path)
        return (Kind.PAGE_MOVED, f"{address} → {moved.link}") if moved else (Kind.PAGE_GONE, address)
    if not page.live:
        return Kind.PAGE_HIDDEN, address
    return _anchor(parts.fragment, page, places, address)


def _is_well_formed(parts, address):
    try:
        if parts.scheme in ("http", "https"):
            VALID_URL(address)
        elif parts.scheme == "mailto":
            VALID_MAIL(unquote(parts.path))
        else:
            return parts.scheme == "tel" and any(character.isdigit() for character in parts.path)
    except ValidationError:
        return False
    return True
