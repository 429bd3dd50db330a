"""What an emerging treatment must rest on before readers see it."""

from django.utils.html import strip_tags
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from editorial.sources import has_primary_source, sources_of


def reasons_against_emerging(option, page):
    """Yield what an emerging treatment lacks: a decided grade, a primary source, risks.

    `option`: TreatmentOption; `page`: the page whose sources count besides the option's own condition.
    """
    if not option.is_decided:
        yield format_lazy(
            _("{treatment} is emerging and has no grade of evidence."), treatment=option.treatment
        )
    if not has_primary_source([*sources_of(option.treatment), *sources_of(page)]):
        yield format_lazy(_("{treatment} is emerging and has no primary source."), treatment=option.treatment)
    if not has_text(option.risks) and not has_text(option.treatment.risks):
        yield format_lazy(_("{treatment} is emerging and names no risks."), treatment=option.treatment)


def has_text(rich_text):
    """Whether a rich text says anything (bool)."""
    return bool(strip_tags(rich_text or "").replace("\xa0", " ").strip())
