"""Texts of a translation that are still those of the original: shown as what they are, never as translated.

A reader of a Chinese page must not take an English text about risks for a missing one, nor a screen reader
read it as Chinese (K10; WCAG 3.1.2).
"""

from django.conf import settings
from django.utils.translation import get_language

from pages.models.language import html_language

OPTION_TEXTS = ("summary", "benefits", "risks", "suitable_for")


def originals_of(options):
    """Give {translation key: TreatmentOption of the original} for `options`, all on the page being shown.

    One query; none where the original itself is shown.
    """
    if not options or get_language() == settings.LANGUAGE_CODE:
        return {}
    found = type(options[0]).objects.filter(
        translation_key__in=[option.translation_key for option in options],
        locale__language_code=settings.LANGUAGE_CODE,
    )
    return {option.translation_key: option for option in found.only("translation_key", *OPTION_TEXTS)}


def texts_left(option, original):
    """Give {field name: BCP 47 tag} for the texts that `option` has from `original` unchanged."""
    if original is None:
        return {}
    language = html_language(settings.LANGUAGE_CODE)
    return {
        name: language for name in OPTION_TEXTS if _is_same(getattr(option, name), getattr(original, name))
    }


def sections_left(page, names):
    """Give {field name: BCP 47 tag} for the rich texts called `names` that `page` has from its original."""
    if get_language() == settings.LANGUAGE_CODE:
        return {}
    same_page = type(page).objects.filter(translation_key=page.translation_key)
    original = same_page.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if original is None:
        return {}
    language = html_language(settings.LANGUAGE_CODE)
    return {name: language for name in names if _is_same(getattr(page, name), getattr(original, name))}


def _is_same(text, original):
    return bool(text.strip()) and text.strip() == original.strip()
