"""Treatment options: what the source says a treatment does for a condition. Never graded by an import."""

from conditions.models import StageEvidence, TreatmentOption

from .stream import bullets

LONGEST_NOTE = 120


def add_option(condition, treatment_page, found):
    """Add the option of `treatment_page` to `condition` (from revisions.latest), or its missing stages.

    `found`: a TreatmentFound. Give (the option, whether it is new, whether anything changed).
    """
    for option in condition.treatment_options.all():
        if option.treatment_id == treatment_page.pk:
            return option, False, _add_stages(option, found)
    option = TreatmentOption(
        treatment=treatment_page,
        locale=condition.locale,
        group=found.group,
        approach=found.approach,
        benefits=bullets(found.benefits),
        risks=bullets(found.risks),
        suitable_for=bullets(found.suits),
        sort_order=condition.treatment_options.count(),
    )
    _add_stages(option, found)
    condition.treatment_options.add(option)
    return option, True, True


def _add_stages(option, found):
    """Add the stages that `found` names and `option` lacks; say whether any was added (bool)."""
    present = {evidence.stage for evidence in option.stages.all()}
    stages = found.stages or ([] if present else [("any", "")])
    missing = [(stage, note) for stage, note in stages if stage not in present]
    for stage, note in missing:
        option.stages.add(
            StageEvidence(stage=stage, note=note[:LONGEST_NOTE], sort_order=option.stages.count())
        )
    return bool(missing)
