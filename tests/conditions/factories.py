"""Conditions and treatments for tests."""

from conditions.models import ConditionPage, StageEvidence, TreatmentOption, TreatmentPage


def make_condition(parent, title="Lumbar disc herniation", *, live=True, **fields):
    """Give a ConditionPage under `parent` (a ConditionIndexPage)."""
    return parent.add_child(instance=ConditionPage(title=title, locale=parent.locale, live=live, **fields))


def make_treatment(parent, title="Physiotherapy", *, live=True, **fields):
    """Give a TreatmentPage under `parent` (a TreatmentIndexPage)."""
    return parent.add_child(instance=TreatmentPage(title=title, locale=parent.locale, live=live, **fields))


def make_option(condition, treatment, *, stages=(), **fields):
    """Give a saved TreatmentOption; `stages`: (stage, certainty) pairs."""
    option = TreatmentOption(page=condition, treatment=treatment, locale=condition.locale, **fields)
    option.stages = [StageEvidence(stage=stage, certainty=certainty) for stage, certainty in stages]
    option.save()
    return option
