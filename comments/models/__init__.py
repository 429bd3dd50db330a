"""What is stored about reader comments. Imports no views, forms or services."""

from .comment import BODY_LIMIT, NAME_LIMIT, Lane, ReaderComment, Status
from .log import ModerationLogEntry
from .machinery import MailAddress, OutgoingMail, RateCount, SpamModel
from .privacy import AddressSalt, ConsentText
from .readers import CommentReport, HelpfulVote, PageFeedback
from .sanctions import Sanction
from .settings import CommentSettings, CommentTexts
from .words import CannedReply, WordList

__all__ = [
    "BODY_LIMIT",
    "NAME_LIMIT",
    "AddressSalt",
    "CannedReply",
    "CommentReport",
    "CommentSettings",
    "CommentTexts",
    "ConsentText",
    "HelpfulVote",
    "Lane",
    "MailAddress",
    "ModerationLogEntry",
    "OutgoingMail",
    "PageFeedback",
    "RateCount",
    "ReaderComment",
    "Sanction",
    "SpamModel",
    "Status",
    "WordList",
]
