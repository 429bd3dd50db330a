"""The pages and settings of any site, before medicine comes in."""

from .glossary import GlossaryTerm
from .home import HomePage
from .images import SiteImage, SiteRendition
from .language import LanguageMixin, html_language, languages
from .missing import MissingAddress
from .search import MissedSearch, SearchTerm, Spelling
from .settings import SiteSettings, SiteText
from .share import SharePicture
from .standard import StandardPage

__all__ = [
    "GlossaryTerm",
    "HomePage",
    "LanguageMixin",
    "MissedSearch",
    "MissingAddress",
    "SearchTerm",
    "SharePicture",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
    "SiteText",
    "Spelling",
    "StandardPage",
    "html_language",
    "languages",
]
