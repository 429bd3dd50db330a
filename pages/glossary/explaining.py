"""The first use of each term in a page's text, explained at the place.

The explanation is the browser's own popover: a button opens it, by mouse, touch or keyboard, without a
script; on paper it stands in brackets after the word. Only phrasing elements are used, so it may stand in
the middle of a paragraph.
"""

import re

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .matching import glossary_of, terms_of

TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>", re.DOTALL)
LANG = re.compile(r"\slang=")
# Whole words only inside running text: not in titles, links, other people's words, controls.
TITLES = ["h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "th", "small", "label", "summary"]
OTHERS_WORDS = ["a", "abbr", "blockquote", "cite", "code", "dfn", "q"]
CONTROLS = ["button", "nav", "script", "style", "svg", "textarea"]
SILENT = frozenset([*TITLES, *OTHERS_WORDS, *CONTROLS])
VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "source", "wbr", "col", "area"])


def explain(html, language):
    """Give `html` (str, the text of one page in `language`, a code) with each term's first use explained."""
    glossary = glossary_of(terms_of(language))
    return "".join(_Walk(glossary, language).through(html)) if glossary else html


class _Walk:
    """One pass through a page: where it stands, and which terms it has met."""

    def __init__(self, glossary, language):
        self.glossary = glossary
        self.list_url = reverse("glossary")
        self.open = []
        self.silent = 0
        self.met = set()

    def through(self, html):
        """Yield the pieces (str) of the explained page."""
        at = 0
        for tag in TAG.finditer(html):
            yield self._text(html[at : tag.start()])
            yield tag.group()
            self._follow(tag)
            at = tag.end()
        yield self._text(html[at:])

    def _text(self, text):
        return text if self.silent or not text.strip() else self.glossary.pattern.sub(self._mark, text)

    def _mark(self, match):
        known = self.glossary.term_of(match.group())
        if known is None or known.pk in self.met:
            return match.group()
        self.met.add(known.pk)
        return _explained(match.group(), known, self.list_url)

    def _follow(self, tag):
        closing, name, rest = tag.groups()
        name = (name or "").lower()
        if not name or name in VOID or rest.endswith("/"):
            return
        if closing:
            self._close(name)
        else:
            # What is in another language is not looked through with this one's words.
            silences = name in SILENT or bool(LANG.search(rest))
            self.open.append((name, silences))
            self.silent += silences

    def _close(self, name):
        if not any(opened == name for opened, _silences in self.open):
            return
        opened = None
        while opened != name:
            opened, silences = self.open.pop()
            self.silent -= silences


def _explained(words, known, list_url):
    # The words come from HTML that is already safe; the rest is escaped here.
    button = format_html('<button type="button" class="term" popovertarget="term-{}">', known.pk)
    note = format_html(
        '<span class="term-note" id="term-{}" popover><b>{}</b> {} <a href="{}#term-{}">{}</a></span>',
        known.pk,
        known.term,
        known.explanation,
        list_url,
        known.pk,
        _("All explained words"),
    )
    return f"{button}{words}</button>{note}"
