"""Which page an address leads to: as Wagtail finds it, by fewer questions to the database.

Wagtail asks for the site, the language, the home page and every section above a page anew each time. Those
are few and change rarely, so each process keeps them; the page that is shown is always read.
"""

from typing import NamedTuple

from django.http import Http404
from django.http.request import split_domain_port
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site

from .kept import kept

FOUND = "_wagtail_route_for_request"


class OneTypeBelow:
    """Mixin for index pages, before Page: `page_below` gives the model of the pages below."""

    def page_below(self):
        """Give the model of the only type of page that may stand below this one."""
        (model,) = self.allowed_subpage_models()
        return model

    def below(self, request, slug):
        """Give the RouteResult of the page below that is called `slug` (str), None where there is none."""
        found = self.page_below().objects.child_of(self).filter(slug=slug).order_by().first()
        return found and found.route(request, [])

    def route(self, request, path_components):
        """Answer for one path component from the model below; leave everything else to Wagtail."""
        found = self.below(request, path_components[0]) if len(path_components) == 1 else None
        return found or super().route(request, path_components)


class Ways(NamedTuple):
    """Where addresses of one site and language begin: never shown, only asked for what is below them."""

    home: Page
    sections: dict


def keep_ways():
    """Let Wagtail find site and page by what is kept here."""
    read_site = Site._find_for_request

    def site_of(request):
        return kept(f"site-{_host(request)}", lambda: read_site(request))

    Site._find_for_request = staticmethod(site_of)
    Page.route_for_request = staticmethod(route_for_request)


def _host(request):
    """Give what tells the site of a request (str): a name or port that no site has tells nothing."""
    name, port = split_domain_port(request._get_raw_host())[0], str(request.get_port())
    known = kept("site-hosts", lambda: {(site.hostname, str(site.port)) for site in Site.objects.all()})
    if (name, port) in known:
        return f"{name}:{port}"
    return name if name in {host for host, _port in known} else ""


def route_for_request(request, path):
    """Give the RouteResult of `path` (str, without the language), None where no page is; once a request."""
    if not hasattr(request, FOUND):
        site = Site.find_for_request(request)
        try:
            found = site and _route(request, _ways(site), [part for part in path.split("/") if part])
        except Http404:
            found = None
        setattr(request, FOUND, found)
    return getattr(request, FOUND)


def _ways(site):
    return kept(f"ways-{site.pk}-{get_language()}", lambda: _read(site.root_page))


def _read(root):
    home = root.localized.specific
    lists = [model for model in home.allowed_subpage_models() if issubclass(model, OneTypeBelow)]
    sections = Page.objects.child_of(home).exact_type(*lists).specific() if lists else []
    return Ways(home, {section.slug: section for section in sections})


def _route(request, ways, components):
    if not components:
        return _fresh(ways.home).route(request, [])
    section, rest = ways.sections.get(components[0]), components[1:]
    if section is None:
        return ways.home.route(request, components)
    is_below = len(rest) == 1 and not _is_its_own(section, rest[0])
    return (is_below and section.below(request, rest[0])) or _fresh(section).route(request, rest)


def _is_its_own(section, slug):
    """Whether a list itself answers at `slug` (str), as that of articles does at "topics" (bool)."""
    try:
        return isinstance(section, RoutablePageMixin) and bool(section.resolve_subpage(f"/{slug}/"))
    except Http404:
        return False


def _fresh(page):
    return get_object_or_404(type(page), pk=page.pk)
