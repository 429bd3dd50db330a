"""The checklist that stands beside the editor: every rule, and how it stands now."""

from dataclasses import dataclass

from .registry import PUBLISH, SUBMIT, rules_for


@dataclass(frozen=True)
class ChecklistItem:
    """One line: the question, the reasons against the page, whether they stop it, and at which step."""

    name: str
    title: str
    reasons: list[str]
    blocks: bool
    needed_to_submit: bool

    @property
    def state(self):
        """How it stands: "ok", "stop" or "warn" (str)."""
        return "ok" if not self.reasons else "stop" if self.blocks else "warn"


def checklist(page):
    """Give the checklist (list of ChecklistItem) of `page`, what stops it first."""
    items = [
        ChecklistItem(
            item.name,
            str(item.title),
            [str(why) for why in item.ask(page)],
            item.is_hard,
            SUBMIT in item.stages,
        )
        for item in rules_for(page, PUBLISH)
    ]
    order = {"stop": 0, "warn": 1, "ok": 2}
    return sorted(items, key=lambda item: order[item.state])
