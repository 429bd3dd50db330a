"""What stands around every page: menus, breadcrumbs, languages, the site's standing words."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Page, Site

from .kept import kept
from .models import SiteSettings, StandardPage, html_language
from .sitemap import alternates
from .translations import LINK_FIELDS, language_name, twins
from .visibility import visible


@dataclass(frozen=True)
class Link:
    """One entry of a menu: `lang` is the BCP 47 tag of the target where it differs."""

    title: str
    url: str
    lang: str = ""
    exact: bool = True


def standing_frame(request):
    """Give (dict) what is the same on every page of this site and language."""
    site, language = Site.find_for_request(request), get_language()
    if site is None:
        return {"name": settings.WAGTAIL_SITE_NAME, "home": "/", "menu": [], "footer": []}
    return kept(f"frame-{site.pk}-{language}", lambda: build_frame(request, site, language))


def build_frame(request, site, language):
    """Give the same dict from the database."""
    home = site.root_page.localized
    return {
        "home": home.get_url(request),
        "menu": menu(home, request),
        "footer": footer(home, request),
        **words(site, language),
    }


def menu(home, request):
    """Give the main menu: the published sections of the home page, as [Link]."""
    sections = visible(Page.objects.child_of(home), request).not_exact_type(StandardPage)
    return [Link(page.title, page.get_url(request)) for page in sections.only(*LINK_FIELDS)]


def footer(home, request):
    """Give the foot of the page: published standard pages marked to be shown in menus, as [Link]."""
    pages = visible(Page.objects.descendant_of(home), request).in_menu().exact_type(StandardPage)
    return [Link(page.title, page.get_url(request)) for page in pages.only(*LINK_FIELDS)]


def words(site, language):
    """Give the site's standing words (dict) in `language`."""
    kept = SiteSettings.objects.filter(site=site).first()
    text = kept and kept.text_for(language)
    return {
        "name": (text and text.site_name) or site.site_name or settings.WAGTAIL_SITE_NAME,
        "disclaimer": text.disclaimer if text else "",
        "emergency_help": text.emergency_help if text else "",
        "demonstration": bool(kept and kept.demonstration),
    }


def page_frame(page, request):
    """Give (dict) breadcrumbs, language links and language versions of `page`."""
    above, elsewhere = kept(f"above-{page.path[: -page.steplen]}-{page.locale_id}", lambda: _above(page))
    others = {**elsewhere, **twins([page.translation_key], page.locale_id)}
    is_whole = page.live and page.get_url_parts(request)[2] == request.path
    versions = [page, *(twin for twin in others.values() if is_twin(twin, page))] if is_whole else []
    return {
        "crumbs": [Link(step.title, step.get_url(request)) for step in above],
        "languages": [
            Link(language_name(code), twin.get_url(request), html_language(code), is_twin(twin, page))
            for code, twin in sorted(others.items())
        ],
        "alternates": alternates(versions, request),
    }


def _above(page):
    """Give the pages above `page` (home page first) and {language code: the nearest one's translation}."""
    # By their paths alone: what is kept from this page must not depend on it, but serve those beside it.
    paths = [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]
    above = list(Page.objects.filter(path__in=paths, depth__gt=1).order_by("depth").only(*LINK_FIELDS))
    return above, twins([step.translation_key for step in reversed(above)], page.locale_id)


def is_twin(twin, page):
    """Whether `twin` is `page` itself in another language (bool), not only a page above it."""
    return twin.translation_key == page.translation_key


def view_frame(request):
    """Give (dict) language links of an address that is no page of the tree."""
    codes = [code for code, _name in settings.LANGUAGES if code != get_language()]
    return {
        "crumbs": [],
        "languages": [
            Link(language_name(code), translate_url(request.get_full_path(), code), html_language(code))
            for code in codes
        ],
    }
