"""Addresses of the result page in templates."""

from django import template

register = template.Library()


@register.simple_tag
def search_address(asked, name, value):
    """Give the query string (str) of the search `asked` with one change: `name` (str) becomes `value`."""
    return asked.address(**{name: value})
