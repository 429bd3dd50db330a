"""`{% today %}`: the date, right on a stored page too."""

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from freshness.stored import live

register = template.Library()


@register.simple_tag(takes_context=True)
def today(context):
    """Print the date of today in words, in the language of the page."""
    request = context.get("request")
    return live(request, "today", "date", lambda: date_of_today("date", request))


def date_of_today(_about, _request):
    """Give the same (str), as a live part."""
    return date_format(timezone.localdate(), "DATE_FORMAT")
