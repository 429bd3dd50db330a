"""How a hit of the claim linter is shown."""

from urllib.parse import urlencode

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from editorial.claims import Severity
from pages.models.language import html_language

register = template.Library()

SILENCERS = {
    "question": _("it only asks"),
    "negation": _("a “not” denies it"),
    "debunking": _("the text says that it is not so"),
    "purpose": _("it speaks of an aim"),
    "mention": _("it is somebody else's word, in quotation marks"),
}
RESOLUTIONS = {"cited": _("a source is cited"), "exception": _("an exception holds")}


@register.filter
def severity_name(hit):
    """The weight of a hit in words."""
    return Severity(hit.severity).label


@register.filter
def silencer_name(hit):
    """Why a match is no claim, in words."""
    return SILENCERS.get(hit.silenced_by, "")


@register.filter
def resolution_name(hit):
    """What settled a hit, in words."""
    return RESOLUTIONS.get(hit.resolution, "")


@register.filter
def html_lang(hit):
    """The `lang` of the sentence."""
    return html_language("zh-hans" if hit.language == "zh" else hit.language)


@register.filter
def marked(hit):
    """The sentence with the matched words marked."""
    before, found, after = hit.sentence.partition(hit.matched)
    return format_html("{}<mark>{}</mark>{}", before, found, after)


@register.filter
def exception_query(hit):
    """The query string that carries rule and sentence to the form for an exception."""
    return urlencode({"rule": hit.rule, "sentence": hit.sentence[:2000]})
