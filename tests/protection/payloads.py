"""Texts that try to run a script, taken from the shared corpus when a test asks, and harmless ones."""

import json
import re
from html.parser import HTMLParser
from itertools import cycle

from tests.corpora import injections

# What the corpus lacks: JSON in a script, feeds, Markdown, rich text, placeholders.
OURS = [
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "]]><script>alert(1)</script>",
    "</title></textarea></style></noscript></template><img src=x onerror=alert(1)>",
    "\u2028alert(1)\u2029",
    "[x](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>",
    '" onmouseover=alert(1) autofocus onfocus=alert(1) x="',
    "' onmouseover=alert(1) autofocus onfocus=alert(1) x='",
    "{{ constructor.constructor('alert(1)')() }} {% load static %} ${alert(1)} #{alert(1)} %(alert)s",
    "<a linktype=page id=1 onclick=alert(1)>x</a><embed embedtype=image id=1 alt='\"><svg onload=alert(1)>'>",
    "&lt;img src=x onerror=alert(1)&gt; &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "<svg><script xlink:href=data:,alert(1)></script><math><mtext><style><img src=x onerror=alert(1)>",
    '\\"-alert(1)}//\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
    "<mark>hit</mark><b onclick=alert(1)>bold</b><!--live comments-->",
]
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"}


def corpus():
    """Give the payloads (list of str), each once: ours, then the corpus, longest last."""
    return OURS + sorted({line.strip() for line in injections() if line.strip()}, key=len)


class Texts:
    """Gives the next of `lines` (list of str) that is short enough, joined up to a length."""

    def __init__(self, lines):
        self.lines, self.used = cycle(lines), set()

    def line(self, length):
        """Give one text (str) of at most `length` characters."""
        found = next(self.lines)[:length]
        self.used.add(found)
        return found

    def joined(self, length):
        """Give many texts in one (str), at most `length` characters."""
        text = self.line(length)
        while len(text) < length:
            following = self.line(length)
            if len(text) + len(following) + 1 > length:
                return text
            text += " " + following
        return text


class Shape(HTMLParser):
    """Notes of a page which elements and attributes it has, and what would run."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.wrong, self.data = set(), [], []
        self._kind = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        self.elements |= {(tag, name) for name in given} | {(tag, "")}
        self.wrong += [f"{tag} {name}" for name in given if name.startswith("on") or name == "srcdoc"]
        addresses = [given[name] for name in ADDRESSES & given.keys()]
        self.wrong += [f"{tag} {value[:60]}" for value in addresses if is_script(value)]
        self._kind = given.get("type", "") if tag == "script" else None
        if tag == "script" and not given.get("src") and "json" not in self._kind:
            self.wrong.append("inline script")

    def handle_data(self, data):
        if self._kind and "json" in self._kind and data.strip():
            json.loads(data)

    def handle_endtag(self, tag):
        if tag == "script":
            self._kind = None


def is_script(address):
    """Say whether an address (str) would run something (bool)."""
    plain = re.sub(r"[\x00-\x20]", "", address).lower()
    return plain.startswith(("javascript:", "vbscript:", "data:text", "data:application", "data:image/svg"))
