"""What a rule is given and what it answers."""

import enum
from dataclasses import dataclass, field

from django.utils.functional import cached_property

from comments.models import Lane, WordList
from comments.text import body_key
from freshness.kept import counted


class Outcome(enum.IntEnum):
    """From harmless to refused; the strictest answer wins."""

    ALLOWED = 0
    HELD = 1
    REFUSED = 2


@dataclass(frozen=True)
class Answer:
    """One rule's answer, with its reason."""

    outcome: Outcome = Outcome.ALLOWED
    rule: str = ""
    # What the moderator sees besides the rule's name: matched words, counts.
    detail: str = ""
    lane: str = Lane.PENDING
    risk: int = 0
    # What the writer is told when refused.
    message: str = ""


ALLOWED = Answer()


def held(rule, detail="", *, lane=Lane.SUSPECT, risk=0):
    """Give the Answer that keeps a comment waiting in `lane`."""
    return Answer(Outcome.HELD, rule, detail, lane, risk)


def refused(rule, message, detail=""):
    """Give the Answer that hands the text back to its writer with `message` (plain words)."""
    return Answer(Outcome.REFUSED, rule, detail, message=message)


@dataclass
class Draft:
    """A comment that is not yet stored, and what is known about how it came."""

    page: object
    settings: object
    name: str
    body: str
    email: str = ""
    language: str = ""
    parent: object = None
    hidden_letters: bool = False
    writer_key: str = ""
    network_key: str = ""
    email_confirmed: bool = False
    notify_replies: bool = False
    honeypot: str = ""
    form_age: float | None = None
    form_key: str | None = None

    challenge_solved: bool = False
    # What the site got in the present stretch, this one too; set by the rule that counts it.
    sent_to_site: int = 0
    # Set for a correction, which no limit on new comments may refuse.
    is_edit: bool = False
    spam_score: float | None = None

    @property
    def text(self):
        """Name and text together (str): what the word rules read."""
        return f"{self.name}\n{self.body}"

    @cached_property
    def body_key(self):
        """The digest (str) that the text shares with others that say the same."""
        return body_key(self.body)

    @cached_property
    def word_lists(self):
        """The lists in use (list of WordList), read again when one was changed."""
        return counted("word-lists", lambda: list(WordList.objects.filter(active=True)))

    def lists_of(self, kind):
        """The lists (list) of one WordList.Kind."""
        return [words for words in self.word_lists if words.kind == kind]


# The later wins when several rules hold a comment. That every comment waits here says nothing about this one.
LANE_ORDER = [Lane.PENDING, Lane.SPAM, Lane.SUSPECT, Lane.REPORTED, Lane.SAFEGUARDING]


@dataclass
class Verdict:
    """What all rules together say about a draft."""

    answers: list = field(default_factory=list)
    spam_score: float | None = None

    @property
    def refusals(self):
        """The answers (list) that refuse."""
        return [answer for answer in self.answers if answer.outcome == Outcome.REFUSED]

    @property
    def holds(self):
        """The answers (list) that hold."""
        return [answer for answer in self.answers if answer.outcome == Outcome.HELD]

    @property
    def outcome(self):
        """The strictest Outcome."""
        return max((answer.outcome for answer in self.answers), default=Outcome.ALLOWED)

    @property
    def lane(self):
        """The most pressing lane (str), empty when nothing holds the comment."""
        return max((answer.lane for answer in self.holds), key=LANE_ORDER.index, default="")

    @property
    def risk(self):
        """The highest safeguarding level (0 to 4)."""
        return max((answer.risk for answer in self.holds), default=0)

    @property
    def reasons(self):
        """What is stored with the comment (list of dict): rule and detail of each hold."""
        return [{"rule": answer.rule, "detail": answer.detail} for answer in self.holds]
