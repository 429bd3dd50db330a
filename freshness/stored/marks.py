"""Where a page has a live part: marked while it is rendered to be stored, never sent to anybody."""

import re
from typing import NamedTuple

from django.conf import settings
from django.utils.html import format_html

from freshness.recording import add_part, recording
from freshness.tags import tag_of

MARKED = re.compile(r"<!--live ([\w-]+) ([\w.:-]+)-->.*?<!--/live-->", re.DOTALL)
MARK = re.compile(r"<!--live [\w-]+ [\w.:-]+-->|<!--/live-->")
FLAG = "_marks_live_parts"


class Live(NamedTuple):
    """A part left open: its `name` in the settings' LIVE_PARTS, and what it is `about` (str)."""

    name: str
    about: str

    @property
    def key(self):
        """The name (str) of its row."""
        return f"{self.name} {self.about}"

    @property
    def is_stored(self):
        """Whether it has a row (bool): what costs next to nothing is made at each reading."""
        return settings.LIVE_PARTS[self.name][1] is not None


def live(request, name, about, build):
    """Give the HTML (safe str) that `build()` gives, marked where the page is rendered to be stored.

    `about`: "app.model:pk"; `request` may be None.
    """
    if not getattr(request, FLAG, False):
        return build()
    part = Live(name, about)
    html, record = recorded(part, build)
    if part.is_stored:
        add_part(part, html, record)
    return format_html("<!--live {} {}-->{}<!--/live-->", name, about, html)


def recorded(part, build):
    """Give (what `build()` gives for a Live part, Record of what it is made from)."""
    tables = settings.LIVE_PARTS[part.name][1] or set()
    with recording(tables) as record:
        html = build()
    record.tags |= vouched(part, tables)
    return html, record


def vouched(part, tables):
    """Give the tags of the rows of `tables` about the page that `part` is about."""
    pk = part.about.rpartition(":")[2]
    return {tag_of(name, pk) for table in tables for name in settings.TAGGED[table][0].values()}


def pieces(text):
    """Give `text` (str, with marks) as a list of str and Live."""
    found, at = [], 0
    for match in MARKED.finditer(text):
        found += [text[at : match.start()], Live(match[1], match[2])]
        at = match.end()
    return [*found, text[at:]]


def without_marks(text):
    """Give `text` (str) as readers get it."""
    return MARK.sub("", text)
