"""Units to blocks: the levels of headings, lists whose numbers come from markup, running text."""

from .entries import as_headings, split_entry
from .records import Heading, Item, Listing
from .runins import paragraphs_of, split_embedded_headings, split_enumeration
from .sequences import Sequence, Unit, is_short, mark_chains, nest
from .shapes import is_closing_name
from .text import words
from .units import make_units

LOWEST_LEVEL = 4
KINDS = {"step": "steps", "bullet": "bullets"}


def build_outline(lines, ledger):
    """Give the blocks (Heading, Paragraph, Listing) of `lines` (list of Line), in order."""
    units = make_units(lines, ledger)
    mark_chains(units)
    small = {word for unit in units for word in words(unit.passage.text) if word.islower()}
    outline = _Outline(ledger, small)
    outline.write_root(nest(units))
    return outline.blocks


class _Outline:
    """Walks the tree and writes blocks."""

    def __init__(self, ledger, small_words):
        self.ledger = ledger
        self.small_words = small_words
        self.blocks = []

    def write_root(self, nodes):
        """Write the top of the tree, where headings without numbers make the sections."""
        level, texts, nested = 0, 0, False
        for index, node in enumerate(nodes):
            if isinstance(node, Unit) and node.is_heading:
                is_parent = self._heads_headings(nodes[index + 1 : index + 2])
                nested = is_parent or (nested and not is_closing_name(node.passage.text))
                level = 3 if nested and not is_parent else 2
                self._heading(node.passage, level)
                texts = 0
                continue
            base = level + 1 if level and texts <= 1 else 2
            wrote_headings = self._node(node, base)
            nested = nested and not wrote_headings
            texts += 1

    def _heads_headings(self, following):
        """Whether a heading stands right over another one, and so is the name of a whole part."""
        if not following:
            return False
        node = following[0]
        if isinstance(node, Sequence):
            return as_headings(node, self.small_words, is_nested=False)
        return node.is_heading

    def _node(self, node, level, is_nested=False):
        """Write one node whose headings would have `level`; say whether it was a run of headings (bool)."""
        if isinstance(node, Sequence):
            if as_headings(node, self.small_words, is_nested):
                self._numbered_headings(node, level)
                return True
            self._list(node, level)
        elif node.is_heading:
            self._heading(node.passage, level)
        else:
            self._text(node.passage, level)
        return False

    def _heading(self, passage, level, **marks):
        text = passage.part(0, len(passage.text.rstrip(" :：")))
        self.blocks.append(Heading(text, min(level, LOWEST_LEVEL), **marks))

    def _text(self, passage, level):
        for heading, text in split_embedded_headings(passage, self.ledger):
            if heading:
                self._heading(heading, level)
            if text.text:
                self.blocks += paragraphs_of(text, self.ledger)

    def _numbered_headings(self, sequence, level):
        for position, entry in enumerate(sequence.entries):
            self._note_number(sequence, position)
            self._entry_heading(entry.unit, level)
            for node in entry.content:
                self._node(node, level + 1, is_nested=True)

    def _entry_heading(self, unit, level):
        split = split_entry(unit.words, self.small_words)
        if is_short(unit):
            self._heading(unit.words, level, numbered=True)
        elif split.heading:
            self._note_split(split)
            self._heading(split.heading, level, derived=split.kind == "derived", numbered=True)
            self.blocks += paragraphs_of(split.text, self.ledger)
        else:
            self.blocks += paragraphs_of(unit.words, self.ledger)

    def _note_split(self, split):
        heading = split.heading
        if split.kind == "derived":
            self.ledger.proposed(heading.line, heading.text, heading.text, "derived_heading")
        elif split.kind == "guess":
            self.ledger.proposed(heading.line, heading.text, heading.text, "run_in_guess")
        else:
            self.ledger.changed(heading.line, heading.text, heading.text, "run_in_heading")

    def _list(self, sequence, level):
        trailing = _trailing_nodes(sequence)
        self.blocks.append(self._listing(sequence))
        for node in trailing:
            self._node(node, level)

    def _listing(self, sequence):
        items = []
        for position, entry in enumerate(sequence.entries):
            self._note_number(sequence, position)
            items.append(self._item(entry))
        return Listing(KINDS.get(sequence.style, "numbers"), items)

    def _item(self, entry):
        split = split_entry(entry.unit.words, self.small_words)
        if split.heading and split.kind in ("label", "run_in"):
            item = Item([], label=split.heading)
            self._fill(item, split.text)
        else:
            item = Item([])
            self._fill(item, entry.unit.words)
        for node in entry.content:
            if isinstance(node, Sequence):
                item.lists.append(self._listing(node))
            else:
                self._fill(item, node.passage)
        return item

    def _fill(self, item, passage):
        parts = split_enumeration(passage, self.ledger)
        before, listing, after = parts or (passage, None, None)
        item.texts += [text for text in (before, after) if text]
        item.lists += [listing] if listing else []

    def _note_number(self, sequence, position):
        unit = sequence.entries[position].unit
        self.ledger.changed(unit.passage.line, unit.marker.sign, "", "number_from_markup")
        if unit.marker.ordinal and unit.marker.ordinal != position + 1:
            expected = sequence.entries[position - 1].unit.marker.ordinal + 1 if position else 1
            if unit.marker.ordinal != expected:
                self.ledger.flagged(
                    unit.passage.line, unit.marker.sign, "numbering_gap", number=unit.marker.ordinal
                )


def _trailing_nodes(sequence):
    """Take what stands after the last entry of a list out of it, unless every entry has text of its own."""
    *others, last = sequence.entries
    if others and all(entry.content for entry in others):
        return []
    trailing = []
    while last.content and isinstance(last.content[-1], Unit):
        trailing.insert(0, last.content.pop())
    return trailing
