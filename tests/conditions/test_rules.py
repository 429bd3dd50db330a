"""What the gate asks of treatments and their evidence."""

import pytest

from conditions.models import StageEvidence
from editorial.gate import problems
from editorial.models import PageSource
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_contributor, make_source


@pytest.fixture
def condition(tree):
    return make_condition(tree.conditions, live=False)


@pytest.fixture
def treatment(tree):
    return make_treatment(tree.treatments, "Stem cell therapy", live=False)


def stopped_by(page):
    return [problem.message for problem in problems(page) if problem.blocks]


def decided(tree, certainty="low", **fields):
    fields = {"reason": "One small trial.", "assessed_on": "2026-01-01"} | fields
    person = make_contributor(tree.people)
    return StageEvidence(stage="early", certainty=certainty, assessed_by=person, **fields)


def test_an_emerging_treatment_needs_grade_source_and_risks(condition, treatment):
    make_option(condition, treatment, group="emerging", stages=[("early", "not_assessed")])
    assert [message.split(" is ")[-1] for message in stopped_by(condition)] == [
        "emerging and has no grade of evidence.",
        "emerging and has no primary source.",
        "emerging and names no risks.",
    ]


@pytest.mark.parametrize("certainty", ["low", "not_assessed"])
def test_with_all_three_it_passes(tree, condition, treatment, certainty):
    """A grade that is openly "not assessed", with name, day and reason, passes too."""
    option = make_option(condition, treatment, group="emerging", risks="<p>Infection.</p>")
    option.stages.add(decided(tree, certainty))
    option.save()
    condition.page_sources.add(PageSource(source=make_source(type="trial")))
    condition.save()
    assert stopped_by(condition) == []


@pytest.mark.parametrize("kind", ["encyclopedia", "provider_site", "textbook"])
def test_a_weak_source_is_no_primary_source(tree, condition, treatment, kind):
    option = make_option(condition, treatment, group="emerging", risks="<p>Infection.</p>")
    option.stages.add(decided(tree))
    option.save()
    condition.page_sources.add(PageSource(source=make_source(type=kind)))
    assert any("no primary source" in message for message in stopped_by(condition))


def test_a_conventional_treatment_needs_no_grade(condition, treatment):
    make_option(condition, treatment)
    assert stopped_by(condition) == []


@pytest.mark.parametrize(("risks", "count"), [("", 1), ("<p> &nbsp;</p>", 1), ("<p>Pain.</p>", 0)])
def test_benefits_without_risks_stop_a_condition(condition, treatment, risks, count):
    make_option(condition, treatment, benefits="<p>Less pain.</p>", risks=risks.replace("&nbsp;", "\xa0"))
    assert len(stopped_by(condition)) == count


def test_benefits_without_risks_stop_a_treatment(treatment):
    treatment.benefits = "<p>Less pain.</p>"
    assert stopped_by(treatment) == ["Benefits are named, risks are not."]


@pytest.mark.parametrize("missing", ["reason", "assessed_on", "assessed_by"])
def test_a_grade_needs_who_when_and_why(tree, condition, treatment, missing):
    option = make_option(condition, treatment)
    evidence = decided(tree)
    setattr(evidence, missing, "" if missing == "reason" else None)
    option.stages.add(evidence)
    option.save()
    assert any("needs an assessor" in message for message in stopped_by(condition))


def test_a_translation_keeps_the_grades(condition, treatment, chinese_tree):
    make_option(condition, treatment, stages=[("early", "low")])
    condition.refresh_from_db()
    translation = condition.copy_for_translation(chinese_tree.conditions.locale)
    assert not any("differ" in message for message in stopped_by(translation))
    option = translation.treatment_options.get()
    option.group = "emerging"
    option.save()
    translation.refresh_from_db()
    assert any("differ" in message for message in stopped_by(translation))
