"""Certainty belongs to treatment x condition x stage."""

from conditions.models import Certainty, TreatmentOption

from .factories import make_condition, make_option, make_treatment


def test_one_treatment_has_two_grades_on_two_conditions(tree):
    treatment = make_treatment(tree.treatments, "Stem cell therapy")
    for title, certainty in (
        ("Disc herniation", Certainty.LOW),
        ("Femoral head necrosis", Certainty.VERY_LOW),
    ):
        make_option(make_condition(tree.conditions, title), treatment, stages=[("early", certainty)])
    grades = {option.page.title: option.stages.get().certainty for option in TreatmentOption.objects.all()}
    assert grades == {"Disc herniation": "low", "Femoral head necrosis": "very_low"}


def test_a_draft_keeps_options_with_their_stages(tree):
    condition = make_condition(tree.conditions, live=False)
    make_option(
        condition, make_treatment(tree.treatments), stages=[("early", "low"), ("late", "not_assessed")]
    )
    condition.refresh_from_db()
    revision = condition.save_revision()
    assert [stage.stage for stage in revision.as_object().treatment_options.get().stages.all()] == [
        "early",
        "late",
    ]
