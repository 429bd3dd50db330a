"""What the `<head>` of a page says to search engines and to whoever shares its address."""

from dataclasses import dataclass
from urllib.parse import unquote, urljoin

from django.utils.encoding import escape_uri_path
from django.utils.text import Truncator
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from .kept import language_of
from .picture import prefetch_pictures
from .share import drawn_picture

DESCRIPTION_LENGTH = 300
HOME_DEPTH = 2
# 1.91 to 1, as the networks cut pictures of shared pages.
SHARED_PICTURE = "fill-1200x630|format-jpeg"
# Open Graph wants a country; without one that holds for all our readers of a language we say none.
OPEN_GRAPH_LOCALES = {"en": "en_GB", "zh-hans": "zh_CN"}
# Of a list's parameters these lead to other entries, so they belong to the address.
OWN_PARAMETERS = ("letter", "page")


@dataclass(frozen=True)
class SharedPicture:
    """A picture as shown beside a shared address: whole address, size in pixels, what it says."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class PageMeta:
    """The head of one page. `is_whole`: the page itself, not one of its sub-addresses."""

    title: str
    description: str
    canonical: str
    is_whole: bool
    type: str
    locale: str
    picture: SharedPicture | None

    @property
    def markdown(self):
        """The address (str) of the same page as Markdown."""
        return f"{self.canonical}index.md"


def meta_of(page, request):
    """Give the PageMeta of `page`, None at an address that is none of its own (a form about it, for one)."""
    parts = page.get_url_parts(request)
    own = unquote(parts[2] or "") if parts else ""
    if not own or not request.path.startswith(own):
        return None
    is_whole = request.path == own
    description = page.search_description or getattr(page, "summary", "")
    return PageMeta(
        title=page.seo_title or getattr(page, "headline", "") or page.title,
        description=Truncator(" ".join(description.split())).chars(DESCRIPTION_LENGTH) if is_whole else "",
        canonical=canonical(page, request, parts[1]),
        is_whole=is_whole,
        type="website" if page.depth == HOME_DEPTH else "article",
        locale=OPEN_GRAPH_LOCALES.get(language_of(page.locale_id), ""),
        picture=shared_picture(page, parts[1]),
    )


def canonical(page, request, root):
    """Give the one whole address (str) of what is shown: an alias names its source.

    `root`: scheme and host (str) of the page's site.
    """
    source = page.alias_of if page.alias_of_id else None
    path = (source.get_url(request) if source and source.live else None) or escape_uri_path(request.path)
    kept = {name: request.GET[name] for name in OWN_PARAMETERS if _leads_elsewhere(request, name)}
    query = "&".join(f"{name}={value}" for name, value in kept.items())
    return urljoin(root, path) + (f"?{query}" if query else "")


def _leads_elsewhere(request, name):
    value = request.GET.get(name, "")
    return value.isascii() and value.isalnum() and len(value) < 10 and value != "1"


def shared_picture(page, root):
    """Give the SharedPicture of a page: its lead picture, else the one drawn for it, else None.

    `root`: scheme and host (str).
    """
    prefetch_pictures([page])
    picture = getattr(page, "picture", None)
    if picture is None:
        drawn = drawn_picture(page)
        return SharedPicture(urljoin(root, drawn[0]), *drawn[1:]) if drawn else None
    try:
        rendition = picture.get_rendition(SHARED_PICTURE)
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return None  # a broken file costs the share picture, never the page
    alt = getattr(page, "picture_alt", "") or picture.description
    return SharedPicture(urljoin(root, rendition.url), rendition.width, rendition.height, alt)
