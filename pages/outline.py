"""The outline of a text: headings in order, anchors that stay, the list of contents.

An anchor is made from its own heading and its own block id alone, so that renaming, moving or adding
one heading never changes the address of another. Heading levels never skip: a heading is at most one
level below the one before it, whatever an editor or an import chose.
"""

from dataclasses import dataclass, field

from anyascii import anyascii
from django.utils.text import slugify

from .reading import reading_minutes

DEEPEST = 6


@dataclass
class Entry:
    """One line of the contents, with the lines below it."""

    text: str
    anchor: str
    level: int = 2
    children: list = field(default_factory=list)


@dataclass
class Part:
    """One block with what its template needs: the `anchor` and the `level` of its heading."""

    block: object
    anchor: str
    level: int


@dataclass
class Outline:
    """A text ready to be shown."""

    parts: list[Part]
    contents: list[Entry]
    texts: list[str]

    @property
    def minutes(self):
        """Minutes (int) to read it."""
        return reading_minutes(self.texts)


def make_anchor(text, block_id, position=0):
    """Give the id (str, ASCII, never empty) of a heading, from its text and its block's id."""
    words = slugify(anyascii(str(text)))[:40].strip("-") or "part"
    return f"{words}-{str(block_id or position).replace('-', '')[:6]}"


def outline(stream, *, above=1):
    """Give the Outline of a StreamValue; `above` is the level of the heading it stands under."""
    blocks = list(stream or ())
    parts, level = [], above
    for position, block in enumerate(blocks):
        own = _level(block, above, level)
        level = own if block.block_type == "heading" else level
        parts.append(Part(block, make_anchor(_title(block), block.id, position), own))
    return Outline(parts, _contents(parts), _texts(stream))


def _level(block, above, before):
    """A heading keeps its chosen level where that skips none; a box stands one below its heading."""
    wished = int(block.value["level"]) - 1 + above if block.block_type == "heading" else before + 1
    return min(wished, before + 1, DEEPEST)


def _title(block):
    key = {"heading": "text", "question": "question"}.get(block.block_type)
    return block.value[key] if key else ""


def _contents(parts):
    """Levels 2 and 3 of headings and questions; level 3 below the level 2 that it follows."""
    entries = []
    for part in parts:
        title = _title(part.block)
        if not title or part.level > 3:
            continue
        entry = Entry(title, part.anchor, part.level)
        nested = part.level == 3 and entries and entries[-1].level == 2
        (entries[-1].children if nested else entries).append(entry)
    return entries


def _texts(stream):
    return stream.stream_block.get_searchable_content(stream) if stream else []
