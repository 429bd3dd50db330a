"""Which numbered lines belong together, and what stands inside each entry."""

from dataclasses import dataclass, field

from .numbering import RANK, Marker, marker_of
from .records import Passage
from .shapes import fits_heading


@dataclass
class Unit:
    """A passage as one piece of the outline. `chain`: the number of the list it belongs to, or None."""

    passage: Passage
    gap: bool
    marker: Marker | None = None
    chain: int | None = None
    is_last: bool = False
    is_heading: bool = False

    @property
    def words(self):
        """The passage without its sign (Passage)."""
        return self.passage.part(self.marker.end) if self.marker else self.passage


@dataclass
class Entry:
    """One entry of a list: its own unit and the nodes inside it (units and sequences)."""

    unit: Unit
    content: list = field(default_factory=list)


@dataclass
class Sequence:
    """Entries that count on: a list, or numbered headings."""

    style: str
    entries: list


def mark_chains(units):
    """Give each unit whose number counts on, or is followed by the next number, the number of its chain."""
    for unit in units:
        unit.marker = marker_of(unit.passage.text)
    following = _next_of_same_style(units)
    linked = {}
    for index, unit in enumerate(units):
        successor = following.get(index)
        if successor is not None and _counts_on(units, index, successor):
            chain = linked.setdefault(index, index)
            linked[successor] = chain
        elif unit.marker and index not in linked and _stands_alone(unit):
            linked[index] = index
    _write_chains(units, linked)


def nest(units):
    """Give the tree: units and Sequences, whose entries hold the units and Sequences inside them."""
    root, stack = [], []
    for unit in units:
        if unit.chain is None:
            _place_plain(unit, root, stack)
        else:
            _place_numbered(unit, root, stack)
    return root


def is_short(unit):
    """Whether a numbered unit reads as a heading (bool)."""
    return fits_heading(unit.words.text)


def _next_of_same_style(units):
    following, latest = {}, {}
    for index in range(len(units) - 1, -1, -1):
        marker = units[index].marker
        if marker:
            following[index] = latest.get(marker.style)
            latest[marker.style] = index
    return following


def _counts_on(units, index, successor):
    one, other = units[index], units[successor]
    if one.marker.style == "bullet":
        return successor == index + 1 and one.marker.sign == other.marker.sign
    if not 1 <= other.marker.ordinal - one.marker.ordinal <= 2:
        return False
    broken = any(unit.is_heading for unit in units[index + 1 : successor] if not unit.marker)
    return not broken or (is_short(one) and is_short(other))


def _stands_alone(unit):
    return unit.marker.style == "bullet" and len(unit.marker.sign) == 1 and unit.marker.sign not in "-–—*"


def _write_chains(units, linked):
    last = {chain: index for index, chain in sorted(linked.items())}
    for index, unit in enumerate(units):
        if index not in linked:
            unit.marker = None
        else:
            unit.chain = linked[index]
            unit.is_last = last[unit.chain] == index
            unit.is_heading = False


def _place_plain(unit, root, stack):
    if unit.is_heading:
        while stack and stack[-1].entries[-1].unit.is_last:
            stack.pop()
    target = stack[-1].entries[-1].content if stack else root
    target.append(unit)


def _place_numbered(unit, root, stack):
    for depth, sequence in enumerate(stack):
        if sequence.entries[0].unit.chain == unit.chain:
            del stack[depth + 1 :]
            sequence.entries.append(Entry(unit))
            return
    while stack and not _nests_in(unit, stack[-1]):
        stack.pop()
    sequence = Sequence(unit.marker.style, [Entry(unit)])
    (stack[-1].entries[-1].content if stack else root).append(sequence)
    stack.append(sequence)


def _nests_in(unit, sequence):
    """A new list belongs inside an entry that is not the last one, or right under it when it ranks lower."""
    entry = sequence.entries[-1]
    if not entry.unit.is_last:
        return True
    if unit.marker.style not in RANK or sequence.style not in RANK:
        return False
    lower = RANK.index(unit.marker.style) > RANK.index(sequence.style)
    plain = [node for node in entry.content if isinstance(node, Unit)]
    return lower and (not plain or is_short(entry.unit))
