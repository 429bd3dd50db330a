"""Every write. Plain functions, keyword-only arguments, one transaction each."""

from .consent import current_consent
from .loading import load_comment
from .moderation import Conflict, decide, decide_many
from .network import network_key
from .posting import CommentsClosed, ParentGone, post_comment

__all__ = [
    "CommentsClosed",
    "Conflict",
    "ParentGone",
    "current_consent",
    "decide",
    "decide_many",
    "load_comment",
    "network_key",
    "post_comment",
]
