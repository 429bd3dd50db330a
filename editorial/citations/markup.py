"""How a citation is written down: `<a linktype="source" id="12">[*]</a>` in stored rich text."""

import re

LINK_TYPE = "source"
PLACEHOLDER = "[*]"

# Attribute order is the editor's, so both are looked for inside one opening tag.
STORED = re.compile(r"<a\b(?=[^<>]{0,200}\blinktype=\"source\")[^<>]{0,200}\bid=\"(\d{1,18})\"[^<>]{0,200}>")
SHOWN = re.compile(r'<a class="citation" data-source="(\d{1,18})">[^<]{0,40}</a>')


def citation(source_id):
    """Give the stored markup (str) that cites the source with this primary key."""
    return f'<a linktype="{LINK_TYPE}" id="{source_id}">{PLACEHOLDER}</a>'
