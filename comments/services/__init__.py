"""Every write. Plain functions, keyword-only arguments, one transaction each."""

from .changes import ConflictError
from .claims import claim, claimed_by_other
from .consent import change_consent, current_consent
from .feedback import settle_feedback, take_feedback
from .loading import load_comment
from .mail import deliver_waiting, queue_mail
from .moderation import (
    OUTCOMES,
    SecondPersonNeededError,
    decide,
    decide_many,
    personal_words,
    redact,
    redact_found,
    undo,
)
from .network import network_key
from .own import address_is_confirmed, confirm_address, edit_comment, may_edit, stop_mail, take_back
from .posting import CommentsClosedError, ParentGoneError, post_comment
from .purge import purge_comment_data
from .reports import report_comment, vote_helpful
from .rights import anonymise, ask_for_link, comments_of, erase, export_personal_data, read_token
from .staff import lift, reply_as_staff, sanction
from .words import export_words, import_words

__all__ = [
    "OUTCOMES",
    "CommentsClosedError",
    "ConflictError",
    "ParentGoneError",
    "SecondPersonNeededError",
    "address_is_confirmed",
    "anonymise",
    "ask_for_link",
    "change_consent",
    "claim",
    "claimed_by_other",
    "comments_of",
    "confirm_address",
    "current_consent",
    "decide",
    "decide_many",
    "deliver_waiting",
    "edit_comment",
    "erase",
    "export_personal_data",
    "export_words",
    "import_words",
    "lift",
    "load_comment",
    "may_edit",
    "network_key",
    "personal_words",
    "post_comment",
    "purge_comment_data",
    "queue_mail",
    "read_token",
    "redact",
    "redact_found",
    "reply_as_staff",
    "report_comment",
    "sanction",
    "settle_feedback",
    "stop_mail",
    "take_back",
    "take_feedback",
    "undo",
    "vote_helpful",
]
