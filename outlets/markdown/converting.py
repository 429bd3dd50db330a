"""HTML of our own templates as CommonMark with pipe tables. What is only for the eye or the mouse goes."""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Comment, NavigableString

LEFT_OUT = {"script", "style", "svg", "form", "nav", "template", "source", "noscript"}
BLOCKS = {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
    ),
    *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "section"),
    *("figure", "summary", "table", "ul"),
}
MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "code": "`"}
SPECIAL = re.compile(r"([\\`*_\[\]<>])")
# At the beginning of a line these would open a heading, a list, a quotation or a rule.
OPENING = re.compile(r"^([^\S\n]*)([#+>=-]|\d+[.)])(?=\s|$)", re.MULTILINE)


def markdown_of(html, base):
    """Give `html` (str) as Markdown (str); addresses become whole against `base` (str)."""
    soup = BeautifulSoup(html, "html.parser")
    return "\n\n".join(_Converter(base).blocks(soup))


def plain(text):
    """Give `text` (str) on one line, so that Markdown takes no sign of it for its own."""
    line = " ".join(str(text).split())
    return OPENING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", line))


class _Converter:
    def __init__(self, base):
        self.base = base

    def blocks(self, node):
        """Give the blocks ([str]) inside `node`; loose words between blocks are paragraphs."""
        found, run = [], []
        for child in _children(node):
            if getattr(child, "name", None) in BLOCKS:
                found += [self._paragraph(run), *self.block(child)]
                run = []
            else:
                run.append(child)
        return [block for block in [*found, self._paragraph(run)] if block.strip()]

    def block(self, tag):
        """Give the blocks ([str]) that one element becomes."""
        if re.fullmatch(r"h[1-6]", tag.name):
            return [f"{'#' * int(tag.name[1])} {self.inline(tag)}"]
        if tag.name in ("ul", "ol"):
            return [self._list(tag)]
        if tag.name == "table":
            return self._table(tag)
        if tag.name == "blockquote":
            return [_prefixed("\n\n".join(self.blocks(tag)), "> ", "> ")]
        return ["---"] if tag.name == "hr" else self.blocks(tag)

    def _paragraph(self, nodes):
        text = "".join(self._inline_node(node) for node in nodes)
        return OPENING.sub(r"\1\\\2", " ".join(text.split()))

    def inline(self, tag):
        """Give the words (str) of an element on one line."""
        return " ".join("".join(self._inline_node(child) for child in _children(tag)).split())

    def _inline_node(self, node):
        if isinstance(node, NavigableString):
            return SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", node))
        if node.name == "br":
            return " "
        words = self.inline(node)
        if node.name == "a":
            return self._link(words, node.get("href") or "")
        if node.name == "img":
            return SPECIAL.sub(r"\\\1", node.get("alt") or "")
        mark = MARKS.get(node.name, "") if words else ""
        edge = " " if str(node.get_text()).endswith(" ") or node.name in ("span", "small") else ""
        return f"{mark}{words}{mark}{edge}"

    def _link(self, words, address):
        if not words or not address or address.startswith("#"):
            return words
        whole = urljoin(self.base, address).replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        return f"[{words}]({whole})"

    def _list(self, tag):
        items = [item for item in _children(tag) if getattr(item, "name", None) == "li"]
        lines = []
        for number, item in enumerate(items, 1):
            mark = f"{number}. " if tag.name == "ol" else "- "
            lines.append(_prefixed("\n\n".join(self.blocks(item)), mark, " " * len(mark)))
        return "\n".join(lines)

    def _table(self, tag):
        caption = tag.find("caption")
        rows = [[self._cell(cell) for cell in row.find_all(["th", "td"])] for row in tag.find_all("tr")]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return []
        head, *body = [row + [""] * (width - len(row)) for row in rows]
        lines = [_row(head), _row(["---"] * width), *map(_row, body)]
        return [*([f"**{self.inline(caption)}**"] if caption else []), "\n".join(lines)]

    def _cell(self, cell):
        text = " ".join(" ".join(self.blocks(cell)).split())
        return text.replace("|", "\\|")


def _children(node):
    return [child for child in node.children if not _is_left_out(child)]


def _is_left_out(node):
    if isinstance(node, NavigableString):
        return isinstance(node, Comment)
    return node.name in LEFT_OUT or node.get("aria-hidden") == "true" or "popover" in node.attrs


def _row(cells):
    return f"| {' | '.join(cells)} |"


def _prefixed(text, first, others):
    """Put `first` (str) before the first line of `text` and `others` before the rest that hold words."""
    lines = text.split("\n")
    rest = [f"{others}{line}" if line.strip() else others.rstrip() for line in lines[1:]]
    return "\n".join([first + lines[0], *rest])
