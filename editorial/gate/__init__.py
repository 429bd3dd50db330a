"""The publish gate: one list of small rules, asked on every path to the public.

`problems(page)` gives the reasons, `require(page)` raises GateRefused with them. Apps add rules with `@rule`.
"""

from .registry import GateRefused, Problem, problems, require, rule, rules_for
from .status import ChecklistItem, checklist

__all__ = [
    "ChecklistItem",
    "GateRefused",
    "Problem",
    "checklist",
    "problems",
    "require",
    "rule",
    "rules_for",
]
