"""From the shipped file into the tables. Used by migrations, so it takes the app registry."""

from .rulebook import LANGUAGES, seed_data
from .terms import CitationScope, Detector, PatternKind


def load_seed(apps):
    """Add the shipped rules that are missing, with their phrases; leave what editors have changed.

    `apps`: the app registry, a migration's or `django.apps.apps`. Gives how many rules were added (int).
    """
    rules = apps.get_model("editorial", "ClaimRule")
    known = set(rules.objects.values_list("code", flat=True))
    missing = [(place, data) for place, data in enumerate(seed_data(), start=1) if data["code"] not in known]
    for place, data in missing:
        _add_rule(apps, rules, data, sort_order=place * 10)
    return len(missing)


def _add_rule(apps, rules, data, *, sort_order):
    rule = rules.objects.create(
        code=data["code"],
        title=data["title"]["en"],
        title_zh=data["title"]["zh"],
        reason=data["reason"]["en"],
        reason_zh=data["reason"]["zh"],
        severity=data["severity"],
        detector=data.get("detector", Detector.PHRASES.value),
        citation_scope=data.get("citation_scope", CitationScope.SENTENCE.value),
        negation_defuses=data.get("negation_defuses", True),
        in_questions=data.get("in_questions", False),
        in_headings=data.get("in_headings", True),
        sort_order=sort_order,
    )
    pattern = apps.get_model("editorial", "ClaimPattern")
    phrases = [
        (kind.value, language, text)
        for kind in PatternKind
        for language in LANGUAGES
        for text in data.get(kind.value, {}).get(language, ())
    ]
    pattern.objects.bulk_create(
        pattern(rule=rule, kind=kind, language=language, text=text, sort_order=place)
        for place, (kind, language, text) in enumerate(phrases)
    )
