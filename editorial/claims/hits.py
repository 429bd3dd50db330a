"""What the linter says about a sentence."""

from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext_lazy as _

from .terms import Severity

WAYS_OUT = {
    "rewrite": _("Rewrite: say what is known, for whom, and how sure it is."),
    "cite": _("Cite: put the source directly behind the statement."),
    "exception": _("Exception: give a reason, and a second person approves it."),
}


@dataclass(frozen=True)
class Hit:
    """One rule that fired on one sentence.

    `start`/`end`: the matched words in the whole text; `line`: from 1; `context`: words such as "hedged"
    or "quoted" that lowered the severity; `silenced_by`: why the hit is not one after all (empty for a
    real hit); `resolution`: "", "cited" or "exception"; `place`, `place_label`,
    `block_id`: where in a page, see segments.Segment.
    """

    rule: str
    title: str
    severity: str
    reason: str
    sentence: str
    start: int
    end: int
    line: int
    matched: str
    language: str
    context: tuple = ()
    silenced_by: str = ""
    citable: bool = True
    resolution: str = ""
    place: str = ""
    place_label: str = ""
    block_id: str = ""

    @property
    def is_open(self):
        """Whether somebody still has to act on it (bool)."""
        return not (self.silenced_by or self.resolution)

    @property
    def blocks(self):
        """Whether it stops a page from going live (bool)."""
        return self.is_open and self.severity == Severity.BLOCK

    @property
    def ways_out(self):
        """The ways out by key (dict of lazy str); "cite" only where a citation settles the hit."""
        return {key: text for key, text in WAYS_OUT.items() if key != "cite" or self.citable}

    def but(self, **changes):
        """Give the same hit (Hit) with some fields changed."""
        return replace(self, **changes)

    def as_dict(self):
        """Give a dict of plain values, for JSON, in the active language."""
        ways = {key: str(text) for key, text in self.ways_out.items()}
        return {**asdict(self), "severity": str(self.severity), "context": list(self.context), "ways": ways}
