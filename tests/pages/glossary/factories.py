"""Glossary terms for tests."""

from wagtail.models import Locale

from pages.models import GlossaryTerm


def make_term(term="cartilage", forms="", explanation="The smooth cover of a joint.", language="en"):
    """Give a GlossaryTerm; `forms`: one a line."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    return GlossaryTerm.objects.create(term=term, other_forms=forms, explanation=explanation, locale=locale)
