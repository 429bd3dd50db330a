"""What pages of other apps show of the conditions."""

from django import template
from django.utils.translation import get_language
from wagtail.models import Site

from conditions.models import ConditionIndexPage
from pages.kept import kept

register = template.Library()


@register.simple_tag(takes_context=True)
def condition_letters(context):
    """Give (dict) the A to Z of this language: `start` (address), `letters`; empty where there is no list."""
    request = context["request"]
    site = Site.find_for_request(request)
    return kept(f"letters-{site.pk}-{get_language()}", lambda: _letters(request, site))


def _letters(request, site):
    index = ConditionIndexPage.objects.live().child_of(site.root_page.localized).first()
    return index.strip(request) if index else {}
