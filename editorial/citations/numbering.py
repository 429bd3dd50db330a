"""The numbers and the list of references come from the text, never from an editor's typing."""

from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from editorial.models import Source

from .markup import SHOWN


@dataclass
class Reference:
    """One entry of the list: its number, its Source, the ids of the places that cite it."""

    number: int
    source: Source
    places: list[str] = field(default_factory=list)


def number_citations(html):
    """Number the citations in rendered HTML in the order in which they stand.

    `html`: str, as templates render it. Gives (html, references): safe HTML with linked numbers, and
    a list of Reference. A citation whose source is gone is taken out of the text. One query.
    """
    sources = Source.objects.in_bulk({int(pk) for pk in SHOWN.findall(html)})
    references = {}

    def numbered(match):
        source = sources.get(int(match[1]))
        if source is None:
            return ""
        reference = references.setdefault(source.pk, Reference(len(references) + 1, source))
        reference.places.append(f"cite-{source.pk}-{len(reference.places) + 1}")
        return _mark(reference)

    return mark_safe(SHOWN.sub(numbered, html)), list(references.values())  # noqa: S308 the input is rendered


def _mark(reference):
    return format_html(
        '<sup class="citation"><a id="{}" href="#source-{}" aria-label="{}">[{}]</a></sup>',
        reference.places[-1],
        reference.source.pk,
        _("Source %(number)s") % {"number": reference.number},
        reference.number,
    )
