"""What search engines are told: every public page with its translations, and what is not worth crawling."""

from django.conf import settings
from django.db.models import Max
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page, get_page_models

from .kept import language_of
from .models import SiteImage, html_language
from .translations import LINK_FIELDS
from .visibility import pages_of

NOT_CRAWLED = ["wagtailadmin_home", "admin:index"]
NOT_CRAWLED_BY_LANGUAGE = ["search"]


class PageSitemap(Sitemap):
    """Published pages that everybody may see, in all languages; each names its translations.

    The number of queries a file does not grow. The protocol allows 50,000 addresses and 50 MB a file
    (https://www.sitemaps.org/protocol.html); addresses in Chinese are long, so a file holds fewer.
    """

    limit = 10_000

    def items(self):
        """Give the PageQuerySet of all pages of this site that anybody may read."""
        found = pages_of(self.get_wagtail_site())
        return found.live().public().order_by("path").only(*LINK_FIELDS, "last_published_at")

    def get_latest_lastmod(self):
        """Give the datetime of the newest publication, None on an empty site."""
        return self.items().aggregate(newest=Max("last_published_at"))["newest"]

    def _urls(self, page, protocol, domain):
        pages = list(self.paginator.page(page).object_list)
        versions, pictures = self._versions(pages), lead_pictures(pages)
        self.latest_lastmod = max(filter(None, (item.last_published_at for item in pages)), default=None)
        return [
            {
                "item": item,
                "location": item.get_full_url(self.request),
                "lastmod": item.last_published_at,
                "alternates": alternates(versions[item.translation_key], self.request),
                "picture": self.request.build_absolute_uri(pictures[item.pk]) if item.pk in pictures else "",
            }
            for item in pages
        ]

    def _versions(self, pages):
        """Give {translation key: [Page]}: every public language version of `pages`."""
        versions = {}
        keys = Page.objects.filter(path__gte=pages[0].path, path__lte=pages[-1].path) if pages else []
        for item in self.items().filter(translation_key__in=keys.values("translation_key")) if pages else []:
            versions.setdefault(item.translation_key, []).append(item)
        return versions


def lead_pictures(pages):
    """Give {pk: address of its lead picture (str)} for `pages` (list of Page, ordered by path)."""
    if not pages:
        return {}
    stretch = {"path__gte": pages[0].path, "path__lte": pages[-1].path, "picture__isnull": False}
    illustrated = [model for model in get_page_models() if hasattr(model, "picture_id")]
    chosen = {}
    for model in illustrated:
        chosen.update(model.objects.filter(**stretch).values_list("pk", "picture_id"))
    known = SiteImage.objects.only("file").in_bulk(set(chosen.values()))
    return {pk: known[image].file.url for pk, image in chosen.items() if image in known}


def alternates(versions, request):
    """Give [{"location", "lang_code"}] of the language versions (Pages) of one page; [] for a single one.

    `x-default` is the version in the site's first language, where there is one.
    """
    if len(versions) < 2:
        return []
    found = {language_of(item.locale_id): item.get_full_url(request) for item in versions}
    listed = [
        {"location": url, "lang_code": html_language(code)} for code, url in sorted(found.items()) if url
    ]
    if settings.LANGUAGE_CODE in found:
        listed.append({"location": found[settings.LANGUAGE_CODE], "lang_code": "x-default"})
    return listed


@require_safe
def robots_txt(request):
    """Say which addresses are no content, and where the sitemap is."""
    rules = [f"Disallow: {path}" for path in _not_crawled()]
    lines = ["User-agent: *", *rules, "", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _not_crawled():
    yield from (reverse(name) for name in NOT_CRAWLED)
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            # What was found for somebody is no content; the page that asks is.
            yield from (f"{reverse(name)}?" for name in NOT_CRAWLED_BY_LANGUAGE)
