"""Where a page has a live part: marked while it is rendered to be stored, never sent to anybody."""

import re
from typing import NamedTuple

from django.utils.html import format_html

MARKED = re.compile(r"<!--live ([\w-]+) ([\w.:-]+)-->.*?<!--/live-->", re.DOTALL)
MARK = re.compile(r"<!--live [\w-]+ [\w.:-]+-->|<!--/live-->")
FLAG = "_marks_live_parts"


class Live(NamedTuple):
    """A part left open: its `name` in the settings' LIVE_PARTS, and what it is `about` (str)."""

    name: str
    about: str


def live(request, name, about, html):
    """Give `html` (safe str), marked where the page is rendered to be stored. `request` may be None."""
    if not getattr(request, FLAG, False):
        return html
    return format_html("<!--live {} {}-->{}<!--/live-->", name, about, html)


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
