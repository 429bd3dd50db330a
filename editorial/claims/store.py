"""The rules as the database holds them; the shipped ones where there is no database."""

import logging

from django.apps import apps
from django.db import DatabaseError
from django.db.models import Count, Max

from pages.kept import counted

from .phrases import PhraseError, compile_phrase
from .rulebook import LANGUAGES, Rule, Rulebook, seed_rulebook
from .terms import CitationScope, Detector, PatternKind, Severity

logger = logging.getLogger(__name__)
_kept = {}


def current_rulebook():
    """Give the Rulebook in force.

    One small query asks, after a change of anything that is counted, whether an editor, in this process or
    another, has changed the rules since they were last read. With no table, or an empty one, the shipped
    rules hold: a linter that silently checks nothing is worse than none. To switch a rule off, make it
    inactive.
    """
    try:
        version = counted("claim-rules", _version)
    except DatabaseError:
        logger.warning("No claim rules in the database; the shipped rules are used.", exc_info=True)
        return seed_rulebook()
    if not version["rules"]:
        return seed_rulebook()
    if _kept.get("version") != version:
        _kept.update(version=version, rulebook=_read())
    return _kept["rulebook"]


def _version():
    """Give what changes whenever a rule or a phrase is added, changed or removed."""
    return apps.get_model("editorial", "ClaimRule").objects.aggregate(
        rules=Count("pk", distinct=True), phrases=Count("patterns"), latest=Max("updated_at")
    )


def _read():
    rules = apps.get_model("editorial", "ClaimRule").objects.filter(is_active=True)
    return Rulebook(tuple(map(_rule, rules.prefetch_related("patterns"))))


def _rule(stored):
    patterns = [pattern for pattern in stored.patterns.all() if pattern.is_active]
    return Rule(
        code=stored.code,
        titles={"en": stored.title, "zh": stored.title_zh},
        reasons={"en": stored.reason, "zh": stored.reason_zh},
        severity=Severity(stored.severity),
        detector=Detector(stored.detector),
        citation_scope=CitationScope(stored.citation_scope),
        negation_defuses=stored.negation_defuses,
        in_questions=stored.in_questions,
        in_headings=stored.in_headings,
        claims=_phrases(patterns, PatternKind.CLAIM),
        harmless=_phrases(patterns, PatternKind.HARMLESS),
    )


def _phrases(patterns, kind):
    return {
        language: tuple(_compiled(pattern for pattern in patterns if _is(pattern, kind, language)))
        for language in LANGUAGES
    }


def _is(pattern, kind, language):
    return pattern.kind == kind and pattern.language == language


def _compiled(patterns):
    for pattern in patterns:
        try:
            yield compile_phrase(pattern.text, pattern.language)
        except PhraseError:
            # The form refuses such a phrase; one that came another way must not stop the others.
            logger.exception("Claim phrase %s cannot be read and is left out.", pattern.pk)
