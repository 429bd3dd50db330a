"""From the plain text of a mail to its parts.

The text is written for people who read it as text. Three habits of ours tell what to draw from it: a blank
line ends a paragraph; `- ` begins an entry of a list, to which indented lines belong; an address of this site
stands at the end of a line, or alone below a line that ends with a colon, and those words name it.
"""

import re
from itertools import groupby, pairwise

from django.conf import settings

ENTRY = re.compile(r"\s?- ")
HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")
# Titles and names may be in another language than the letter around them.
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|https?://\S+|^[ \t]*- .*", re.MULTILINE)


def language_of(text):
    """Give the language (str, a code of Django) in which the site wrote `text` (str)."""
    own = QUOTED.sub("", text)
    return "zh-hans" if 3 * len(HAN.findall(own)) > len(LATIN.findall(own)) else settings.LANGUAGE_CODE


def read_letter(text):
    """Give the parts (list of dict) of a letter; `kind` is `text`, `list`, `button` or `link`.

    The first address that has a name is a button: it is what the letter is about. Only addresses of this site
    become links: a reader's name that looks like an address stays words.
    """
    parts = []
    for kind, pairs in groupby(_kinds(_own_lines(text)), lambda pair: pair[0]):
        parts += _READERS[kind]([line for _kind, line in pairs])
    named = next((part for part in parts if part["kind"] == "link" and part["label"]), None)
    if named:
        named["kind"] = "button"
    return parts


def _own_lines(text):
    """End the line after each address of ours."""
    address = re.escape(settings.WAGTAILADMIN_BASE_URL.rstrip("/")) + r"/\S*"
    return re.sub(rf"({address})[ \t]+(?=\S)", r"\1\n", text).splitlines()


def _kinds(lines):
    """Give each line (str) with what it belongs to: `blank`, `list`, `link` or `text`."""
    kind = "blank"
    for line, following in pairwise([*lines, ""]):
        words, address = _split(following)
        if not line.strip():
            kind = "blank"
        elif ENTRY.match(line) or (kind == "list" and line.startswith("  ")):
            kind = "list"
        elif _split(line)[1] or (_ends_with_colon(line) and address and not words):
            kind = "link"
        else:
            kind = "text"
        yield kind, line


def _split(line):
    """Give words and address (str, str) of a line; the address is empty when it ends with none of ours."""
    base = re.escape(settings.WAGTAILADMIN_BASE_URL.rstrip("/"))
    found = re.fullmatch(rf"(.*?)({base}(?:/\S*)?)\s*", line)
    return (found[1].strip(), found[2]) if found else (line.strip(), "")


def _ends_with_colon(line):
    return line.rstrip().endswith((":", "："))


def _read_links(lines):
    parts, name = [], ""
    for line in lines:
        words, address = _split(line)
        if address:
            parts.append({"kind": "link", "label": (words or name).rstrip(":： "), "address": address})
        name = "" if address else words
    return parts


def _read_list(lines):
    entries = []
    for line in lines:
        if ENTRY.match(line):
            entries.append({"title": ENTRY.sub("", line, count=1).strip(), "address": "", "lines": []})
            continue
        words, address = _split(line)
        entries[-1]["address"] = address or entries[-1]["address"]
        entries[-1]["lines"] += [words] if words else []
    return [{"kind": "list", "entries": entries}]


_READERS = {
    "blank": lambda lines: [],
    "text": lambda lines: [{"kind": "text", "lines": [line.strip() for line in lines]}],
    "link": _read_links,
    "list": _read_list,
}
