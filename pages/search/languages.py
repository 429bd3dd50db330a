"""The languages of pages, as HTML names them."""

from pages.kept import locales
from pages.models.language import html_language


def language_tags():
    """Give {id of a locale: BCP 47 tag} (dict)."""
    return {pk: html_language(code) for pk, code in locales().items()}
