"""Which corrections readers see, and where."""

from wagtail.models import Page

from editorial.models import Correction
from pages.visibility import visible


def public_corrections(request, language):
    """Give the queryset of corrections, newest first, of pages in `language` (a code) that all may read."""
    pages = visible(Page.objects.filter(locale__language_code=language), request)
    return Correction.objects.filter(page__in=pages.values("pk")).select_related("page")
