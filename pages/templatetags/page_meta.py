"""What base.html asks for to tell machines about the page."""

from django import template
from wagtail.models import Page

from pages.meta import meta_of
from pages.structured_data import page_data, script

register = template.Library()


@register.simple_tag(takes_context=True)
def page_meta(context):
    """Give the PageMeta of the page being shown, None where there is none."""
    request, page = context.get("request"), context.get("page")
    if request is None or not isinstance(page, Page) or not page.pk:
        return None
    return meta_of(page, request)


@register.simple_tag(takes_context=True)
def structured_data(context):
    """Print the JSON-LD of the page being shown; nothing where there is none."""
    data = page_data(context.get("page"), context.flatten())
    return script(data) if data else ""
