"""Turn the plain text of a content file into the blocks of a StreamField.

A blank line ends a piece. `## `, `### `, `#### ` begin headings; `- ` bullets; `1. ` numbers; an entry may
begin with a **label.** in bold. Boxes stand between `::: name arguments | title` and `:::`; their names
are the keys of BOXES.
"""

import re

from .content_files import ContentError
from .markup import to_html, to_plain

HEADING = re.compile(r"(?P<marks>#{2,4}) (?P<text>.+)")
ENTRY = re.compile(r"(?:- |(?P<number>\d+)\. )(?P<text>.+)")
LABEL = re.compile(r"\*\*(?P<label>.+?)[.:：。]?\*\*[:：]?\s*(?P<text>.*)")
BOX_START = re.compile(r"::: (?P<name>[a-z]+)(?P<arguments>[^|]*)(?:\|(?P<title>.*))?")
BOX_END = ":::"


def to_blocks(text, scope):
    """Give the raw StreamField value (list of dicts) for a text. Raises ContentError naming the file."""
    blocks = [_block(piece, scope) for piece in _pieces(text.splitlines(), scope)]
    return _join_paragraphs(blocks)


def to_rich_text(text, scope):
    """Give a text of paragraphs and lists as rich text (HTML)."""
    return "".join(_html(piece, scope) for piece in _pieces(text.splitlines(), scope))


def list_to_rich_text(value, scope):
    """Give rich text (HTML) for a list of lines (bullets) or for one string (a paragraph)."""
    return to_rich_text(value if isinstance(value, str) else "\n".join(f"- {line}" for line in value), scope)


def _pieces(lines, scope):
    """Group lines into pieces: a whole box, one heading, a run of other lines."""
    pieces, lines = [], iter(lines)
    for line in lines:
        if BOX_START.match(line):
            pieces.append([line, *_until_box_end(lines, line, scope)])
        elif not line.strip() or not pieces or _closed(pieces[-1], line):
            pieces.append([line.strip()] if line.strip() else [])
        else:
            pieces[-1].append(line.strip())
    return [piece for piece in pieces if piece]


def _closed(piece, line):
    return bool(piece) and (piece[0].startswith((":::", "#")) or line.startswith("#"))


def _until_box_end(lines, start, scope):
    inside = []
    for line in lines:
        if line.strip() == BOX_END:
            return inside
        inside.append(line)
    raise ContentError(f"{scope.where}: the box “{start}” has no end.")


def _join_paragraphs(blocks):
    """An editor finds one text of three paragraphs, not three blocks."""
    joined = []
    for block in blocks:
        if joined and block["type"] == joined[-1]["type"] == "paragraph":
            joined[-1]["value"] += block["value"]
        else:
            joined.append(block)
    return joined


def _block(piece, scope):
    first = piece[0]
    if box := BOX_START.match(first):
        return _box(box, piece[1:], scope)
    if heading := HEADING.match(first):
        value = {"text": to_plain(heading["text"], scope), "level": str(len(heading["marks"]))}
        return {"type": "heading", "value": value}
    if entry := ENTRY.match(first):
        return _list("numbers" if entry["number"] else "bullets", piece, scope)
    return {"type": "paragraph", "value": _html(piece, scope)}


def _box(match, lines, scope):
    name, title = match["name"], (match["title"] or "").strip()
    if name not in BOXES:
        raise ContentError(f"{scope.where}: there is no box called “{name}”.")
    return BOXES[name](match["arguments"].strip(), to_plain(title, scope), lines, scope)


def _html(piece, scope):
    if not ENTRY.match(piece[0]):
        return f"<p>{to_html(' '.join(piece), scope)}</p>"
    tag = "ol" if ENTRY.match(piece[0])["number"] else "ul"
    items = "".join(f"<li>{to_html(text, scope)}</li>" for text in _entries(piece, scope))
    return f"<{tag}>{items}</{tag}>"


def _entries(lines, scope):
    matches = [ENTRY.match(line) for line in lines if line.strip()]
    if not all(matches):
        raise ContentError(f"{scope.where}: a list has a line without “- ” or a number: {lines}")
    return [match["text"] for match in matches]


def _plain_entries(lines, scope):
    return [to_plain(text, scope) for text in _entries(lines, scope)]


def _list(kind, lines, scope):
    items = [_list_item(text, scope) for text in _entries(lines, scope)]
    return {"type": "list", "value": {"kind": kind, "items": items}}


def _list_item(text, scope):
    match = LABEL.match(text)
    label, rest = (match["label"], match["text"]) if match else ("", text)
    return {"label": to_plain(label, scope), "text": f"<p>{to_html(rest, scope)}</p>" if rest else ""}


def _steps(_arguments, _title, lines, scope):
    return _list("steps", lines, scope)


def _care_card(level, title, lines, scope):
    body = to_rich_text("\n".join(lines), scope)
    return {"type": "care_card", "value": {"level": level, "title": title, "body": body}}


def _warning(_arguments, title, lines, scope):
    return {"type": "warning", "value": {"title": title, "body": to_rich_text("\n".join(lines), scope)}}


def _key_points(_arguments, _title, lines, scope):
    return {"type": "key_points", "value": {"points": _plain_entries(lines, scope)}}


def _do(_arguments, title, lines, scope):
    return {"type": "do", "value": {"title": title, "items": _plain_entries(lines, scope)}}


def _dont(_arguments, title, lines, scope):
    return {"type": "dont", "value": {"title": title, "items": _plain_entries(lines, scope)}}


def _question(_arguments, title, lines, scope):
    answer = to_rich_text("\n".join(lines), scope)
    return {"type": "question", "value": {"question": title, "answer": answer}}


def _quote(_arguments, title, lines, scope):
    words = to_plain(" ".join(line.strip() for line in lines), scope)
    person, _, role = title.partition("|")
    return {"type": "quote", "value": {"text": words, "person": person.strip(), "role": role.strip()}}


def _picture(key, title, _lines, scope):
    image, alt_text = scope.picture(key)
    value = {"image": image.pk, "decorative": False, "alt_text": alt_text}
    return {"type": "image", "value": {"image": value, "caption": title}}


def _table(arguments, title, lines, scope):
    rows = [_cells(line, scope) for line in lines if line.strip()]
    heads, *body = rows
    if any(len(row) != len(heads) for row in body):
        raise ContentError(f"{scope.where}: the table “{title}” has rows of unequal length.")
    table = {
        "columns": [{"type": "text", "heading": head} for head in heads],
        "rows": [{"values": row} for row in body],
        "caption": "",
    }
    value = {"caption": title, "row_headers": "heads" in arguments.split(), "table": table}
    return {"type": "table", "value": value}


def _cells(line, scope):
    return [to_plain(cell, scope) for cell in line.strip().strip("|").split("|")]


BOXES = {
    "steps": _steps,
    "care": _care_card,
    "warning": _warning,
    "key": _key_points,
    "do": _do,
    "dont": _dont,
    "question": _question,
    "quote": _quote,
    "picture": _picture,
    "table": _table,
}
