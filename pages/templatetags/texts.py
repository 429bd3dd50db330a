"""Small typographic helps for templates."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import pgettext

from freshness.clock import in_words
from pages import phrases
from pages.reading import teaser as cut

register = template.Library()


@register.filter
def teaser(text, length=120):
    """Cut `text` at a word boundary before `length` characters, with one "…"."""
    return cut(text, int(length))


@register.filter
def day(time):
    """Give a date, or the day of a moment (aware datetime), as the language of the page writes it (str)."""
    return in_words(timezone.localdate(time) if isinstance(time, datetime) else time)


@register.filter
def phrased(text):
    """Give a title (str) as HTML that breaks between Chinese words only."""
    return phrases.phrased(text)


@register.filter
def run_in(label):
    """Give a bold label (str) with a colon, unless it ends with a mark of its own."""
    label = str(label).rstrip()
    return (
        label + pgettext("after a bold label", ":") if label[-1:].isalnum() or label.endswith(")") else label
    )
