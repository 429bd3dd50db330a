"""The parts of a page as its reader sees them: each heading that has an address, with the text below it."""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from django.template.loader import render_to_string
from django.utils import translation

HEADINGS = ["h2", "h3", "h4"]
LONGEST_TEXT = 4000


@dataclass(frozen=True)
class Part:
    """One part: the `anchor` of its heading, the heading, the text (str) below it."""

    anchor: str
    title: str
    text: str


def parts_of(page, request):
    """Give [Part] of a published page (specific instance), read from what its template prints."""
    with translation.override(page.locale.language_code):
        html = render_to_string(page.get_template(request), page.get_context(request), request)
    text = BeautifulSoup(html, "html.parser").select_one("article > .text")
    return list(_parts(text)) if text else []


def _parts(text):
    for heading in text.find_all(HEADINGS):
        anchor = heading.get("id") or _anchor_of_box(heading)
        if anchor:
            yield Part(anchor, _words([heading]), _words(_below(heading))[:LONGEST_TEXT])


def _anchor_of_box(heading):
    """Give the id (str) of the section that `heading` opens, "" when it opens none."""
    box = heading.find_parent("section", id=True)
    return box["id"] if box and box.find(HEADINGS) is heading else ""


def _below(heading):
    """Give what stands under `heading`: its section where that has the anchor, else up to the next."""
    if not heading.get("id"):
        return [heading.find_parent("section", id=True)]
    below = []
    for node in heading.next_siblings:
        if isinstance(node, Tag) and node.name in HEADINGS and node.name <= heading.name:
            break
        below.append(node)
    return below


def _words(nodes):
    return " ".join(" ".join(node.get_text(" ") for node in nodes if node).split())
