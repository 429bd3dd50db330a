"""Every link of a text as it is stored: Wagtail's own to pages and documents, and typed addresses."""

import re
from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags

from editorial.fields import raw_texts

# Each begins once for each place and stops at the next: a long text costs no more than its length.
LINK = re.compile(r"<a\b([^<>]*)>((?:(?!<a\b).)*?)</a>", re.DOTALL)
ATTRIBUTE = re.compile(r'(?<!\w)(\w+)\s{0,9}=\s{0,9}"([^"]*)"')


@dataclass(frozen=True)
class Link:
    """One link: `kind` is "page", "document" or "" for a typed one; `target` a number (str) or an address."""

    kind: str
    target: str
    words: str


def links_of(page):
    """Give the links ([Link]) in the texts of a page; citations are none."""
    found = [link for text in raw_texts(page) for link in map(_link, LINK.finditer(text))]
    return [link for link in found if link]


def _link(match):
    attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[1])}
    words = " ".join(unescape(strip_tags(match[2])).split())
    kind = attributes.get("linktype", "")
    if kind in ("page", "document"):
        return Link(kind, attributes.get("id", ""), words)
    return Link("", attributes["href"].strip(), words) if not kind and "href" in attributes else None
