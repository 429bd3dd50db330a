"""What stands at an address of this site: a page, a redirect, nothing; and which places a page has."""

import re
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site

from pages.kept import language_of

ID = re.compile(r'\sid="([^"]+)"')


class Places:
    """Answers about this site's addresses, each looked up once."""

    def __init__(self):
        self._pages, self._anchors = {}, {}

    @cached_property
    def site(self):
        """The default Site, None on a site without one."""
        return Site.objects.filter(is_default_site=True).select_related("root_page").first()

    def is_own(self, host):
        """Whether `host` (str, may have a port) is one of this site's (bool)."""
        return bool(self.site and host.split(":")[0].lower() == self.site.hostname.lower())

    def page_at(self, path):
        """Give the Page at `path` (str, from the root), None where there is none, published or not."""
        if path not in self._pages:
            self._pages[path] = self._find(path)
        return self._pages[path]

    def _find(self, path):
        url = path.rstrip("/") + "/"
        slug = url.rstrip("/").rsplit("/", 1)[-1]
        for page in Page.objects.filter(slug=slug, depth__gt=1):
            if page.url == url:
                return page
        return self._routed(path)

    def _routed(self, path):
        """Home pages, and sub-addresses of pages such as a topic."""
        language = get_language_from_path(path)
        with translation.override(language or translation.get_language()):
            try:
                return Page.find_for_request(self._request(), path.removeprefix(f"/{language}/"))
            except Http404:
                return None

    def is_view(self, path):
        """Whether `path` is an address of ours that is no page of the tree (bool)."""
        with translation.override(get_language_from_path(path) or "en"):
            try:
                return resolve(path).url_name != "wagtail_serve"
            except Resolver404:
                return False

    def redirect_at(self, path):
        """Give the Redirect for `path` (str), None without one."""
        return Redirect.get_for_site(self.site).filter(old_path=Redirect.normalise_path(path)).first()

    def anchors_of(self, page):
        """Give the ids (set of str) on a page as readers are shown it."""
        if page.pk not in self._anchors:
            self._anchors[page.pk] = set(ID.findall(self._shown(page)))
        return self._anchors[page.pk]

    def _shown(self, page):
        with translation.override(language_of(page.locale_id)):
            response = page.specific.serve(self._request(page.url))
            return (response.render() if hasattr(response, "render") else response).content.decode()

    def _request(self, path="/"):
        request = get_dummy_request(path=path, site=self.site)
        request.user = AnonymousUser()
        return request
