"""The words that the demonstration explains."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from demo.content_files import LANGUAGES, read_table
from pages.models import GlossaryTerm


def load_glossary(ledger, say):
    """Make the terms of `glossary.toml` that were never loaded, translations of one another."""
    for key, words in read_table("glossary").items():
        for language in LANGUAGES:
            if f"{language}/glossary/{key}" not in ledger:
                _load_term(ledger, key, language, words[language])
                say(_("explained word {key}").format(key=f"{language}/{key}"))


@transaction.atomic
def _load_term(ledger, key, language, words):
    term = GlossaryTerm(
        term=words["term"],
        other_forms="\n".join(words.get("forms", [])),
        explanation=words["explanation"],
        locale=Locale.objects.get(language_code=language),
    )
    original = GlossaryTerm.objects.filter(pk=ledger.ids.get(f"{LANGUAGES[0]}/glossary/{key}")).first()
    if original:
        term.translation_key = original.translation_key
    # Somebody may explain the same word already: their words stay.
    twin = GlossaryTerm.objects.filter(term=term.term, locale=term.locale).first()
    if not twin:
        term.full_clean()
        term.save()
    ledger.remember(f"{language}/glossary/{key}", twin or term)
