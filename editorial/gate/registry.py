"""The list of rules and how it is asked. Knows no model, so that models may import it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

SUBMIT = "submit"
PUBLISH = "publish"


@dataclass(frozen=True)
class Rule:
    """One question to a page: `ask(page)` yields the reasons (str) against it, none when all is well."""

    name: str
    applies_to: type
    ask: Callable
    title: str
    blocks: bool
    stages: tuple[str, ...]

    @property
    def is_hard(self):
        """Whether a reason stops the page (bool); GATE_SEVERITY can make a rule "warn" or "block"."""
        chosen = settings.GATE_SEVERITY.get(self.name)
        return self.blocks if chosen is None else chosen == "block"


@dataclass(frozen=True)
class Problem:
    """One reason against a page: the rule's name, the words for the editor, whether it stops the page."""

    rule: str
    message: str
    blocks: bool


class GateRefused(ValidationError):
    """A page was about to go public against the rules. `problems`: list of Problem; `page`: the page."""

    def __init__(self, page, problems):
        # By field, because a translation tool that catches it looks for fields.
        super().__init__({NON_FIELD_ERRORS: [problem.message for problem in problems]}, code="gate")
        self.page = page
        self.problems = problems


_rules = {}


def rule(applies_to, title, *, blocks=True, stages=(PUBLISH,)):
    """Register the decorated generator function as a rule for pages of the class `applies_to`.

    `title`: what is asked, as the checklist shows it (lazy str); `blocks`: whether it stops the page;
    `stages`: when it is asked, "publish" or "submit" or both.
    """

    def register(ask):
        if ask.__name__ in _rules:
            raise ValueError(f"Two rules of the gate are called {ask.__name__}.")
        _rules[ask.__name__] = Rule(ask.__name__, applies_to, ask, title, blocks, tuple(stages))
        return ask

    return register


def rules_for(page, stage=PUBLISH):
    """Give the rules (list of Rule) that are asked of `page` at `stage`."""
    return [item for item in _rules.values() if stage in item.stages and isinstance(page, item.applies_to)]


def problems(page, stage=PUBLISH, *, hard_only=False):
    """Give every reason (list of Problem) against `page` at `stage`."""
    asked = [item for item in rules_for(page, stage) if item.is_hard or not hard_only]
    return [Problem(item.name, str(reason), item.is_hard) for item in asked for reason in item.ask(page)]


def require(page):
    """Raise GateRefused when a hard rule stands against `page` going, or staying, public.

    A page that is public already may be saved with the problems it has: only a new version, or a save
    that makes it worse, is refused. Otherwise nobody could lock or move it.
    """
    found = problems(page, hard_only=True)
    if found and not _no_worse_than_public(page, found):
        raise GateRefused(page, found)


def _no_worse_than_public(page, found):
    stored = type(page).objects.filter(pk=page.pk, live=True).first() if page.pk else None
    if stored is None or stored.live_revision_id != page.live_revision_id:
        return False
    known = {(problem.rule, problem.message) for problem in problems(stored, hard_only=True)}
    return {(problem.rule, problem.message) for problem in found} <= known
