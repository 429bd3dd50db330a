"""The rules in the database."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from editorial.claims import check_text, current_rulebook, seed_rulebook
from editorial.claims.seeding import load_seed
from editorial.models import ClaimPattern, ClaimRule

pytestmark = pytest.mark.django_db


def add_phrase(rule="cure", **fields):
    """Add a phrase to a rule as the admin does: the rule is saved with it."""
    rule = ClaimRule.objects.get(code=rule)
    ClaimPattern.objects.create(rule=rule, **{"language": "en", "text": "zap gout", **fields})
    rule.save()


def test_the_migration_brought_every_shipped_rule_and_phrase():
    stored, shipped = current_rulebook(), seed_rulebook()
    assert stored == shipped


def test_the_stored_rules_are_read_once(django_assert_num_queries):
    current_rulebook()
    with django_assert_num_queries(1):
        current_rulebook()


def test_a_new_phrase_counts_at_once():
    assert check_text("You can zap gout.") == []
    add_phrase()
    assert [hit.rule for hit in check_text("You can zap gout.")] == ["cure"]


def test_a_deleted_phrase_counts_no_longer():
    add_phrase()
    ClaimPattern.objects.filter(text="zap gout").delete()
    assert check_text("You can zap gout.") == []


def test_a_harmless_phrase_silences():
    add_phrase(text="cures gout by moonlight", kind="harmless")
    assert check_text("It cures gout by moonlight.") == []


@pytest.mark.parametrize("change", [{"is_active": False}, {"severity": "info"}])
def test_a_changed_rule_counts_at_once(change):
    rule = ClaimRule.objects.get(code="cure")
    for name, value in change.items():
        setattr(rule, name, value)
    rule.save()
    assert not any(hit.blocks for hit in check_text("It cures gout."))


def test_without_rules_the_shipped_ones_hold():
    ClaimRule.objects.all().delete()
    assert current_rulebook() is seed_rulebook()


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_without_a_table_the_shipped_ones_hold():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE editorial_claimrule RENAME TO elsewhere")
    try:
        assert current_rulebook() is seed_rulebook()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO editorial_claimrule")


def test_a_bad_phrase_stops_no_other():
    add_phrase(text="(broken")
    assert [hit.rule for hit in check_text("It cures gout.")] == ["cure"]


def test_a_bad_phrase_is_refused_with_words():
    pattern = ClaimPattern(rule=ClaimRule.objects.first(), text="(broken", language="en")
    with pytest.raises(ValidationError, match="missing"):
        pattern.full_clean()


def test_seeding_again_changes_nothing_an_editor_changed():
    ClaimRule.objects.filter(code="cure").update(title="Mine")
    ClaimRule.objects.filter(code="safe").delete()
    assert load_seed(apps) == 1
    assert ClaimRule.objects.get(code="cure").title == "Mine"
    assert ClaimRule.objects.get(code="safe").patterns.exists()
