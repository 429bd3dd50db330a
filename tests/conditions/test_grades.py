"""Every change of a public grade is kept, and those concerned hear of it."""

from datetime import date

import pytest

from conditions.models import GradeChange
from editorial.models import BoardEntry
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_contributor


@pytest.fixture
def condition(tree):
    page = make_condition(tree.conditions, live=False)
    treatment = make_treatment(tree.treatments)
    make_option(page, treatment, stages=[("early", "not_assessed")])
    page.refresh_from_db()
    page.save_revision().publish()
    make_article(tree.articles, conditions=[page], treatments=[treatment])
    page.refresh_from_db()
    return page


def grade(condition, tree, certainty):
    option = condition.treatment_options.get()
    evidence = option.stages.get()
    evidence.certainty, evidence.reason, evidence.assessed_on = certainty, "Two trials.", date(2026, 1, 1)
    evidence.assessed_by = make_contributor(tree.people, certainty)
    option.stages = [evidence]
    condition.treatment_options = [option]
    condition.save_revision().publish()
    condition.refresh_from_db()


def test_the_first_grade_is_written_down_and_disturbs_nobody(condition):
    assert [(row.before, row.after) for row in GradeChange.objects.all()] == [("", "not_assessed")]
    assert not BoardEntry.objects.filter(reason="grade_changed").exists()


def test_a_changed_grade_is_kept_with_its_reason(condition, tree):
    grade(condition, tree, "low")
    row = GradeChange.objects.first()
    assert (row.before, row.after, row.reason) == ("not_assessed", "low", "Two trials.")


def test_articles_about_it_come_on_the_board(condition, tree):
    grade(condition, tree, "low")
    entry = BoardEntry.objects.get(reason="grade_changed")
    assert (entry.page.title, "Low certainty" in entry.detail) == ("Can massage move a disc back?", True)


def test_publishing_again_without_a_change_adds_nothing(condition):
    condition.save_revision().publish()
    assert GradeChange.objects.count() == 1
