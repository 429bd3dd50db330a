"""The text of a page by itself, without the frame: the same words and numbers that its own address shows."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation

from editorial.citations import Reference, number_citations
from pages.kept import language_of


@dataclass(frozen=True)
class PageText:
    """What a page says: its HTML (safe str), the sources it cites, and what its template was given."""

    html: str
    references: list[Reference]
    context: dict


def text_of(page, request):
    """Give the PageText of a specific page, in the page's own language.

    `request`: the plain Django request under which addresses are made; it need not be for this page.
    """
    with translation.override(language_of(page.locale_id)):
        context = page.get_context(request)
        html, references = number_citations(render_to_string("outlets/text.html", context))
    return PageText(html, references, context)
