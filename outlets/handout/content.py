"""What stands on a handout. All is taken from the page as it is; a piece that is too long is cut."""

from dataclasses import dataclass

import segno
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.rich_text import expand_db_html

from articles.models import ArticlePage
from conditions import comparison
from conditions.models import ConditionPage, TreatmentPage
from editorial.citations import number_citations
from editorial.trust import trust_of
from pages.navigation import standing_frame
from pages.reading import teaser

HANDED_OUT = (ConditionPage, TreatmentPage, ArticlePage)
MOST_ROWS, MOST_CARDS, MOST_POINTS, MOST_REFERENCES = 12, 3, 6, 10
LONGEST_PIECE = 700
URGENCY = ("emergency", "urgent", "routine")


@dataclass(frozen=True)
class Piece:
    """A titled part: `html` (safe str) as readers see it, or `text` (str) cut where it was too long."""

    title: str
    html: str = ""
    text: str = ""


def handout_of(page, request):
    """Give the context (dict) of the handout's template for a page of one of HANDED_OUT."""
    address = page.get_full_url(request)
    parts = {
        "pieces": [piece for piece in pieces(page) if piece.html or piece.text],
        "points": points(page)[:MOST_POINTS],
        "cards": [_rendered(block) for block in cards(page)],
        "options": options(page, request)[:MOST_ROWS],
    }
    html, references = number_citations(render_to_string("outlets/handout_text.html", parts))
    frame = standing_frame(request)
    return {
        "page": page,
        "frame": frame,
        "trust": trust_of(page, request),
        "text": html,
        "references": references[:MOST_REFERENCES],
        "more_references": max(0, len(references) - MOST_REFERENCES),
        "address": address,
        "qr": qr(address),
        "emergency": mark_safe(expand_db_html(frame.get("emergency_help") or "")),  # noqa: S308 Wagtail cleaned it
    }


def pieces(page):
    """Give the texts ([Piece]): what it is and how it shows, or what it may do and what it risks."""
    if isinstance(page, ConditionPage):
        return [_first(_("Overview"), page.overview), _first(_("Symptoms"), page.symptoms)]
    if isinstance(page, TreatmentPage):
        return [
            _first(_("How it works"), page.how_it_works),
            _rich(_("What it may do"), page.benefits),
            _rich(_("Risks and unknowns"), page.risks),
            _rich(_("Who it suits"), page.suitable_for),
        ]
    return [_first("", page.body)]


def points(page):
    """Give the key points (list of str) that editors wrote."""
    return [str(point) for block in blocks(page, "key_points") for point in block.value["points"]]


def cards(page):
    """Give the care cards in their order; of too many, the less urgent ones stay on the page."""
    found = blocks(page, "care_card")
    kept = sorted(found, key=lambda block: URGENCY.index(block.value["level"]))[:MOST_CARDS]
    return [block for block in found if block in kept]


def blocks(page, kind):
    """Give the blocks of one kind (str) in all streams of the page, in their order."""
    fields = (field for field in page._meta.get_fields() if isinstance(field, StreamField))
    streams = (getattr(page, field.name) or () for field in fields)
    return [block for stream in streams for block in stream if block.block_type == kind]


def options(page, request):
    """Give [Option]: the treatments of a condition, or the conditions that a treatment is used for."""
    if isinstance(page, ConditionPage):
        return comparison.options_of(page, request)
    return comparison.options_with(page, request) if isinstance(page, TreatmentPage) else []


def qr(address):
    """Give the address (str) as a QR code: inline SVG (safe str) without style or script."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None))  # noqa: S308 segno's


def _first(title, stream):
    """Give the Piece of the first paragraph or list of a stream."""
    found = next((block for block in stream or () if block.block_type in ("paragraph", "list")), None)
    return _fitting(title, _rendered(found)) if found else Piece(title)


def _rich(title, source):
    return _fitting(title, expand_db_html(source or ""))


def _fitting(title, html):
    short = teaser(html, LONGEST_PIECE)
    return Piece(title, text=short) if short.endswith("…") else Piece(title, html=mark_safe(html))  # noqa: S308 rendered


def _rendered(block):
    return block.render(context={"level": 3})
