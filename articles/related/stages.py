"""For which stages of an illness the treatments are that an article is about.

An article names conditions and treatments; the conditions say at which stage they use which treatment.
"""

from articles.subjects import subject_keys
from conditions.models import Stage, StageEvidence


def stages_of(model, ids):
    """Give {article id: set of (condition's translation key, stage)} for `ids` of `model`, in three queries.

    A treatment for any stage says nothing about the stage.
    """
    treatments = subject_keys(model.treatments, ids)
    conditions = subject_keys(model.conditions, list(treatments)) if treatments else {}
    rows = evidence(conditions, treatments) if conditions else []
    found = {}
    for pk, illnesses in conditions.items():
        found[pk] = {
            (illness, stage)
            for illness, treatment, stage in rows
            if illness in illnesses and treatment in treatments[pk]
        }
    return found


def evidence(conditions, treatments):
    """Give [(condition key, treatment key, stage)] for what the articles name ({id: set of keys}, twice)."""
    return list(
        StageEvidence.objects.filter(
            option__page__translation_key__in=set().union(*conditions.values()),
            option__treatment__translation_key__in=set().union(*treatments.values()),
        )
        .exclude(stage=Stage.ANY)
        .order_by()
        .values_list("option__page__translation_key", "option__treatment__translation_key", "stage")
        .distinct()
    )
