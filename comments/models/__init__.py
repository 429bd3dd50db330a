"""What is stored about reader comments. Imports no views, forms or services."""

from .comment import BODY_LIMIT, NAME_LIMIT, Lane, ReaderComment, Status
from .log import ModerationLogEntry
from .privacy import AddressSalt, ConsentText
from .settings import CommentSettings, CommentTexts

__all__ = [
    "BODY_LIMIT",
    "NAME_LIMIT",
    "AddressSalt",
    "CommentSettings",
    "CommentTexts",
    "ConsentText",
    "Lane",
    "ModerationLogEntry",
    "ReaderComment",
    "Status",
]
