"""The medical desk: people, sources, and what every medical page carries."""

from .contributors import ContributorIndexPage, ContributorPage
from .medical_page import Contribution, MedicalPage
from .sources import Source
from .users import User

__all__ = ["Contribution", "ContributorIndexPage", "ContributorPage", "MedicalPage", "Source", "User"]
