"""The medical desk: people, sources, reviews, and what every medical page carries."""

from .board import BoardEntry, BoardReason, DigestSent
from .broken_links import BrokenLink
from .claims import ClaimException, ClaimPattern, ClaimRule
from .contributors import ContributorIndexPage, ContributorPage
from .facts import Fact
from .medical_page import ContentLabel, Contribution, MedicalPage
from .review_task import MedicalReviewState, MedicalReviewTask
from .reviews import Review
from .safety import Correction, SafetyReport, Withdrawal, WithdrawnPage
from .sources import PageSource, Source, SourceType
from .users import User

__all__ = [
    "BoardEntry",
    "BoardReason",
    "BrokenLink",
    "ClaimException",
    "ClaimPattern",
    "ClaimRule",
    "ContentLabel",
    "Contribution",
    "ContributorIndexPage",
    "ContributorPage",
    "Correction",
    "DigestSent",
    "Fact",
    "MedicalPage",
    "MedicalReviewState",
    "MedicalReviewTask",
    "PageSource",
    "Review",
    "SafetyReport",
    "Source",
    "SourceType",
    "User",
    "Withdrawal",
    "WithdrawnPage",
]
