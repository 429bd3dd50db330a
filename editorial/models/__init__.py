"""The medical desk: people, sources, and what every medical page carries."""

from .contributors import ContributorIndexPage, ContributorPage
from .medical_page import Contribution, MedicalPage
from .sources import PageSource, Source, SourceType
from .users import User

__all__ = [
    "Contribution",
    "ContributorIndexPage",
    "ContributorPage",
    "MedicalPage",
    "PageSource",
    "Source",
    "SourceType",
    "User",
]
