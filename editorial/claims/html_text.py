"""Rich text as plain text, with paragraphs and citations kept."""

import re
from html.parser import HTMLParser

from .citations import MARKER

PARAGRAPHS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "ul", "ol", "blockquote", "br", "hr", "tr")
)
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
UNIT = re.compile(r"(?:\b(?:[kcdm]?m|10)|\d)$")
REFERENCE_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")


def clean(text):
    """Give `text` (str) without characters that nobody sees and that would split a word."""
    return INVISIBLE.sub("", text)


def html_to_text(html):
    """Give the text (str) of rich text, one paragraph a line.

    A citation entity becomes `[[cite:ID]]`; a raised number becomes `[3]`, unless it belongs to a unit (m²).
    """
    parser = _Reader()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return clean("\n".join(line for line in lines if line))


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.raised = None
        self.in_citation = False

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in PARAGRAPHS:
            self.parts.append("\n")
        elif tag == "a" and attributes.get("linktype") == "source":
            self.parts.append(MARKER.format(attributes.get("id") or "?"))
            self.in_citation = True
        elif tag == "sup":
            self.raised = []

    def handle_endtag(self, tag):
        if tag in PARAGRAPHS:
            self.parts.append("\n")
        elif tag == "a":
            self.in_citation = False
        elif tag == "sup" and self.raised is not None:
            self._lower()

    def handle_data(self, data):
        if self.in_citation:
            return
        target = self.parts if self.raised is None else self.raised
        target.append(data.replace("\n", " "))

    def close(self):
        super().close()
        if self.raised is not None:
            self._lower()

    def _lower(self):
        text, self.raised = "".join(self.raised).strip(), None
        is_reference = REFERENCE_NUMBERS.fullmatch(text) and not UNIT.search("".join(self.parts[-3:]))
        self.parts.append(f"[{text}]" if is_reference else text)
