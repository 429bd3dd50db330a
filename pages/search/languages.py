"""The languages of pages, looked up once for a list of them."""

from wagtail.models import Locale

from pages.models.language import html_language


def language_tags():
    """Give {id of a locale: BCP 47 tag} (dict)."""
    return {pk: html_language(code) for pk, code in Locale.objects.values_list("pk", "language_code")}
