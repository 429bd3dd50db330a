"""What base.html asks for."""

from django import template
from django.utils.translation import get_language, get_language_bidi
from wagtail.models import Page

from pages.models import html_language
from pages.navigation import page_frame, standing_frame, view_frame

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context):
    """Give (dict) everything around the page: name, menu, footer, crumbs, languages, lang, path."""
    request, page = context.get("request"), context.get("page")
    frame = {"lang": html_language(get_language()), "rtl": get_language_bidi()}
    if request is None:
        return frame
    own = page_frame(page, request) if isinstance(page, Page) and page.pk else view_frame(request)
    return {**frame, **standing_frame(request), **own, "path": request.path}


@register.filter
def starts_with(path, start):
    """Whether `path` (str) lies at or under `start` (str)."""
    return bool(start) and str(path).startswith(str(start))
