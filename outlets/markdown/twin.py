"""One page as Markdown: facts about it on top, its words, its references, the site's disclaimer."""

import json

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from editorial.models import MedicalPage
from outlets.api.values import review_status
from outlets.text import text_of
from pages.kept import language_of
from pages.models import html_language
from pages.navigation import standing_frame
from pages.translations import LINK_FIELDS
from pages.visibility import visible

from .converting import markdown_of, plain

MOST_CHILDREN = 500


def twin(page, request):
    """Give the Markdown (str) of a specific public page, in the page's own language, which is active."""
    text, address = text_of(page, request), page.get_full_url(request)
    parts = [
        head(page, address),
        f"# {plain(page.title)}",
        plain(getattr(page, "summary", "")),
        *question(page),
        markdown_of(text.html, address),
        *children(page, request),
        *references(text),
        *corrections(text),
        *codes(text),
        "---",
        plain(standing_frame(request).get("disclaimer", "")),
    ]
    return "\n\n".join(part for part in parts if part).strip() + "\n"


def head(page, address):
    """Give the facts (str, YAML between rules) that a machine reads first."""
    facts = {"title": page.title, "url": address, "language": html_language(language_of(page.locale_id))}
    if isinstance(page, MedicalPage):
        facts |= {
            "label": str(page.get_content_label_display()),
            "review_status": review_status(page, None),
            "first_published": page.first_published_at and timezone.localdate(page.first_published_at),
            "last_changed": page.materially_updated_on,
            "last_reviewed": page.last_reviewed_on,
            "next_review_due": page.next_review_due,
        }
    known = {name: _quoted(value) for name, value in facts.items() if value}
    return "\n".join(["---", *(f"{name}: {value}" for name, value in known.items()), "---"])


def _quoted(value):
    """Whoever does not know YAML takes this for Markdown, where `<` would open HTML."""
    return json.dumps(str(value), ensure_ascii=False).replace("<", "\\u003c")


def question(page):
    """Give the reader's question ([str]) of a question-and-answer page."""
    asked = getattr(page, "question", "")
    return [f"> {plain(asked)}"] if asked else []


def children(page, request):
    """Give the list ([str]) of the public pages right below."""
    found = visible(Page.objects.child_of(page), request).order_by("title").only(*LINK_FIELDS)
    lines = [f"- {link(below, request)}" for below in found[:MOST_CHILDREN]]
    return ["\n".join(lines)] if lines else []


def link(page, request):
    """Give a link (str) to the Markdown of `page`."""
    return f"[{plain(page.title)}]({page.get_full_url(request)}index.md)"


def references(text):
    """Give heading and numbered list ([str]) of what a PageText cites."""
    lines = [f"{reference.number}. {_source(reference.source)}" for reference in text.references]
    return [f"## {_('References')}", "\n".join(lines)] if lines else []


def _source(source):
    parts = [source.authors, source.title, source.publisher, source.year and str(source.year)]
    words = ". ".join(plain(part).rstrip(".") for part in parts if part)
    warning = f" **{_('This source has been retracted.')}**" if source.is_retracted else ""
    return f"{words}. {source.link}{warning}".rstrip()


def corrections(text):
    """Give heading and list ([str]) of the corrections readers see."""
    trust = text.context.get("trust")
    lines = [f"- {item.made_on}: {plain(item.text)}" for item in (trust.corrections if trust else [])]
    return [f"## {_('Corrections of this page')}", "\n".join(lines)] if lines else []


def codes(text):
    """Give heading and list ([str]) of the medical codes."""
    found = text.context.get("codes", [])
    lines = [
        f"- {item.get_system_display()} {plain(item.code)} {plain(item.label)}".rstrip() for item in found
    ]
    return [f"## {_('Medical codes:').rstrip(':：')}", "\n".join(lines)] if lines else []
