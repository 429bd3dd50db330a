"""The claim linter, English and Chinese. Docs: docs/claim-linter.md.

`check_text` reads any text, `check_page` and `open_claims` a page; the rest is about exceptions. The door
imports no model, so that the models may use its phrases and terms.
"""

from .exceptions import (
    approve_exception,
    decline_exception,
    request_exception,
    sentence_hash,
    why_not_decide,
)
from .hits import WAYS_OUT, Hit
from .pages import check_page, check_text, open_claims
from .rulebook import Rulebook, seed_rulebook
from .segments import Segment, page_segments
from .store import current_rulebook
from .terms import Severity

__all__ = [
    "WAYS_OUT",
    "Hit",
    "Rulebook",
    "Segment",
    "Severity",
    "approve_exception",
    "check_page",
    "check_text",
    "current_rulebook",
    "decline_exception",
    "open_claims",
    "page_segments",
    "request_exception",
    "seed_rulebook",
    "sentence_hash",
    "why_not_decide",
]
