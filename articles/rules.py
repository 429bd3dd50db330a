"""What the gate asks of articles besides what it asks of every medical page."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from conditions.models import TreatmentOption, reasons_against_emerging
from editorial.gate import rule

from .models import ArticlePage


@rule(ArticlePage, _("Emerging treatments it is about are grounded"))
def emerging_subjects_are_grounded(page):
    """An article about an emerging treatment needs its grade, a primary source, its risks (M2)."""
    for option in _options(page, group=TreatmentOption.Group.EMERGING):
        yield from reasons_against_emerging(option, page)


@rule(ArticlePage, _("An imported text has its treatments graded"))
def imported_treatments_are_graded(page):
    """Every treatment of an imported article is decided on for each condition of the article (S0-7)."""
    if page.origin != ArticlePage.Origin.IMPORTED:
        return
    for option in _options(page):
        if not option.is_decided:
            yield format_lazy(
                _("Nobody has decided on the evidence of {treatment} for {condition}."),
                treatment=option.treatment.title,
                condition=option.page.title,
            )


@rule(ArticlePage, _("A lead picture has alternative text"), blocks=False)
def lead_picture_has_alt(page):
    """Without it the picture says nothing to those who cannot see it (WCAG 1.1.1)."""
    if page.picture_id and not page.picture_alt.strip():
        yield _("The lead picture has no alternative text. Leave it empty only when it decorates.")


@rule(ArticlePage, _("There is one warning at most"), blocks=False)
def has_one_warning(page):
    """Readers overlook a second yellow box (R12)."""
    if sum(block.block_type == "warning" for block in page.body) > 1:
        yield _("There is more than one warning box. Readers overlook the second.")


def _options(page, **filters):
    """Give the options (list) that link the article's treatments to its conditions, live or drafted."""
    treatments = {treatment.pk for treatment in page.treatments.all()}
    conditions = [
        condition if condition.live else condition.get_latest_revision_as_object()
        for condition in page.conditions.all()
    ]
    return [
        option
        for condition in conditions
        for option in condition.treatment_options.all()
        if option.treatment_id in treatments and all(getattr(option, k) == v for k, v in filters.items())
    ]
