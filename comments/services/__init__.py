"""Every write. Plain functions, keyword-only arguments, one transaction each."""

from .consent import current_consent
from .loading import load_comment
from .moderation import OUTCOMES, ConflictError, decide, decide_many
from .network import network_key
from .posting import CommentsClosedError, ParentGoneError, post_comment

__all__ = [
    "OUTCOMES",
    "CommentsClosedError",
    "ConflictError",
    "ParentGoneError",
    "current_consent",
    "decide",
    "decide_many",
    "load_comment",
    "network_key",
    "post_comment",
]
