"""The history of grades, and whom a changed grade concerns."""

from editorial.board import open_entry
from editorial.models import BoardReason

from .models import GradeChange


def record_grades(page, **kwargs):
    """Write down each public grade of the condition `page` that differs from the last one written down.

    A change, not a first grade, puts the live articles about that treatment and condition, and the
    translations of the condition, on the review board.
    """
    known, now = _known(page), _now(page)
    for key in known.keys() | now.keys():
        before, evidence = known.get(key, ""), now.get(key)
        after = evidence.certainty if evidence else ""
        if before != after:
            change = _write(page, key, before, after, evidence)
            if before:
                _tell(page, change)


def _known(page):
    """Give the last written grade by (treatment, stage), without those that were taken away."""
    last = {
        (row.treatment_id, row.stage): row.after for row in page.grade_changes.order_by("changed_at", "pk")
    }
    return {key: certainty for key, certainty in last.items() if certainty}


def _now(page):
    return {
        (option.treatment_id, evidence.stage): evidence
        for option in page.treatment_options.all()
        for evidence in option.stages.all()
    }


def _write(page, key, before, after, evidence):
    return GradeChange.objects.create(
        condition=page,
        treatment_id=key[0],
        stage=key[1],
        before=before,
        after=after,
        reason=evidence.reason if evidence else "",
        assessed_by=evidence.assessed_by if evidence else None,
    )


def _tell(page, change):
    concerned = [
        *page.articles.filter(live=True, treatments=change.treatment_id),
        *(translation for translation in page.get_translations() if translation.live),
    ]
    for other in concerned:
        open_entry(
            page=other,
            reason=BoardReason.GRADE_CHANGED,
            key=f"{page.pk}-{change.treatment_id}-{change.stage}",
            detail=f"{change.treatment.title}: {change.get_before_display()} → {change.get_after_display()}",
        )
