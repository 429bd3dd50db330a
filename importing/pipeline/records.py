"""What the steps of the pipeline hand to each other. No step knows the database."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Passage:
    """A text that remembers from which source lines its parts come.

    `text`: str; `starts`: ((offset, line number), ...), ascending, the first offset 0.
    """

    text: str
    starts: tuple

    @classmethod
    def of(cls, text, line):
        """Give the passage of one source line."""
        return cls(text, ((0, line),))

    @property
    def line(self):
        """The number (int) of its first source line."""
        return self.starts[0][1]

    @property
    def last_line(self):
        """The number (int) of its last source line."""
        return self.starts[-1][1]

    def line_at(self, offset):
        """Give the number (int) of the source line at `offset`."""
        index = bisect_right([start for start, _ in self.starts], offset) - 1
        return self.starts[max(index, 0)][1]

    def part(self, start, end=None):
        """Give the passage between two offsets, without the spaces around it."""
        end = len(self.text) if end is None else end
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        inner = [(offset - start, line) for offset, line in self.starts if start < offset < end]
        return Passage(text.strip(), ((0, self.line_at(start)), *inner))

    def then(self, other):
        """Give this passage continued by `other`, with a space between unless both are Chinese there."""
        joint = "" if _chinese_joint(self.text, other.text) else " "
        shift = len(self.text) + len(joint)
        moved = ((offset + shift, line) for offset, line in other.starts)
        return Passage(self.text + joint + other.text, (*self.starts, *moved))

    def fragments(self):
        """Give the (line number, text) parts, one for each source line."""
        ends = [start for start, _ in self.starts[1:]] + [len(self.text)]
        return [(line, self.text[start:end]) for (start, line), end in zip(self.starts, ends, strict=True)]


def _chinese_joint(left, right):
    return left[-1:] > "\u2e7f" and right[:1] > "\u2e7f"


@dataclass
class Line:
    """A source line that is still in the text. `gap`: whether an empty line stands before it."""

    number: int
    text: str
    gap: bool = False


@dataclass
class Heading:
    """A heading of level 2, 3 or 4.

    `derived`: made from words that also stay in the text; `numbered`: a number stood before it.
    """

    passage: Passage
    level: int = 2
    derived: bool = False
    numbered: bool = False


@dataclass
class Paragraph:
    """Running text."""

    passage: Passage


@dataclass
class Item:
    """One entry of a list: a bold label (Passage or None), its texts, and lists inside it."""

    texts: list
    label: Passage | None = None
    lists: list = field(default_factory=list)


@dataclass
class Listing:
    """A list; `kind` is "bullets", "numbers" or "steps"."""

    kind: str
    items: list


@dataclass
class LedgerEntry:
    """What happened to a piece of a source line, and why.

    `action`: "removed", "changed", "flagged" or "proposed"; `original`: the words as they stood;
    `result`: what stands there now; `reason`: a code of `reasons.REASONS`; `details`: its variables.
    """

    line: int
    action: str
    reason: str
    original: str
    result: str = ""
    line_end: int = 0
    details: dict = field(default_factory=dict)

    def __post_init__(self):
        self.line_end = self.line_end or self.line


class Ledger:
    """The entries in the order in which the steps wrote them."""

    def __init__(self):
        self.entries = []

    def removed(self, line, original, reason, **details):
        """Write that `original` is not in the draft."""
        self._add(line, "removed", reason, original, "", details)

    def changed(self, line, original, result, reason, **details):
        """Write that `result` stands where `original` stood."""
        self._add(line, "changed", reason, original, result, details)

    def flagged(self, line, original, reason, **details):
        """Write that an editor must look at `original`; the draft keeps it as it is."""
        self._add(line, "flagged", reason, original, "", details)

    def proposed(self, line, original, result, reason, **details):
        """Write that the importer suggests `result` and an editor decides."""
        self._add(line, "proposed", reason, original, result, details)

    def _add(self, line, action, reason, original, result, details):
        line_end = details.pop("line_end", 0)
        self.entries.append(LedgerEntry(line, action, reason, original, result, line_end, details))


@dataclass(frozen=True)
class PageLink:
    """The title of another page that the source points to; `kind`: "previous", "next" or "related"."""

    kind: str
    title: str
    line: int


@dataclass(frozen=True)
class Attribution:
    """Somebody whom the source names; `role`: "author", "quoted" or "provider"."""

    role: str
    name: str
    line: int


@dataclass(frozen=True)
class SourceMention:
    """A publication that the source says it draws on, and the lines (first, last) that this covers."""

    title: str
    type: str
    line: int
    covers: tuple


@dataclass(frozen=True)
class NameFound:
    """A name in the words of the page; `kind`: "synonym", "lay" or "abbreviation"."""

    name: str
    language: str
    kind: str = "synonym"


@dataclass
class ConditionFound:
    """The condition a page is about: its names (list of NameFound), the preferred one first."""

    names: list
    line: int


@dataclass
class TreatmentFound:
    """A treatment that a page describes.

    `names`: list of NameFound, the preferred one first; `group`: "emerging", "conventional",
    "complementary"; `group_stated`: a heading of the page says so;
    `approach`: "", "conservative", "procedure", "surgery"; `stages`: [(stage, words of the page)];
    `benefits`, `risks`, `suits`: sentences of the page (lists of str); `is_new_worthy`: whether the name
    is clear enough to propose a page of its own.
    """

    names: list
    line: int
    group: str = "conventional"
    group_stated: bool = False
    approach: str = ""
    stages: list = field(default_factory=list)
    benefits: list = field(default_factory=list)
    risks: list = field(default_factory=list)
    suits: list = field(default_factory=list)
    is_new_worthy: bool = True


@dataclass
class ParsedPage:
    """Everything the pipeline found in one source text."""

    name: str
    lines: list
    ledger: Ledger
    title: str = ""
    title_passage: Passage | None = None
    title_is_proposed: bool = False
    title_is_question: bool = False
    section: str = ""
    question: Passage | None = None
    blocks: list = field(default_factory=list)
    links: list = field(default_factory=list)
    attributions: list = field(default_factory=list)
    sources: list = field(default_factory=list)
    condition: ConditionFound | None = None
    treatments: list = field(default_factory=list)
    title_language: str = ""
    body_language: str = ""

    @property
    def languages_differ(self):
        """Whether title and text are in different languages (bool)."""
        return bool(self.title_language and self.body_language and self.title_language != self.body_language)
