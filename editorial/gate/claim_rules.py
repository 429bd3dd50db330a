"""What the claim linter found, as rules of the gate."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from editorial.claims import open_claims
from editorial.fields import raw_texts
from editorial.models import ContentLabel, MedicalPage

from .registry import rule

PROMOTION = {"own_service", "product"}
SHOWN_AS_ADVICE = 5


@rule(MedicalPage, _("Strong claims are rewritten, cited or excepted"))
def claims_are_settled(page):
    """A claim of cure, guarantee or proof needs a source or a second person's exception (M3, M4)."""
    for hit in _claims(page):
        if hit.blocks:
            yield format_lazy("“{sentence}”: {reason}", sentence=hit.sentence, reason=hit.reason)


@rule(MedicalPage, _("Promotion is labelled"))
def promotion_is_labelled(page):
    """A text that promotes a product or the publisher's own service says so at its title (M5, S3-7)."""
    if page.content_label in (ContentLabel.PROMOTIONAL, ContentLabel.SPONSORED, ContentLabel.PROVIDER_CLAIMS):
        return
    for hit in _claims(page):
        if hit.rule in PROMOTION:
            yield format_lazy(
                _("“{sentence}” promotes something: label the page as promotional or take it out."),
                sentence=hit.sentence,
            )


@rule(MedicalPage, _("Wording that overstates was looked at"), blocks=False)
def wording_is_sober(page):
    """Warnings of the linter never stop a page (K4)."""
    advice = [hit for hit in _claims(page) if not hit.blocks]
    for hit in advice[:SHOWN_AS_ADVICE]:
        yield format_lazy("“{sentence}”: {reason}", sentence=hit.sentence, reason=hit.reason)
    if len(advice) > SHOWN_AS_ADVICE:
        yield format_lazy(
            _("{number} more sentences are worth a look."), number=len(advice) - SHOWN_AS_ADVICE
        )


def _claims(page):
    """Give the open hits; several rules ask in a row, and a long text takes a while to read."""
    text = hash((page.title, page.pk, *raw_texts(page)))
    if getattr(page, "_claims_of_text", (None,))[0] != text:
        page._claims_of_text = (text, open_claims(page))
    return page._claims_of_text[1]
