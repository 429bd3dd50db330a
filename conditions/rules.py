"""What the gate asks of conditions and treatments. Each rule yields its reasons."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from editorial.gate import rule

from .codes import spellings
from .models import (
    ConditionCode,
    ConditionPage,
    TreatmentCode,
    TreatmentOption,
    TreatmentPage,
    has_text,
    reasons_against_emerging,
)


@rule(ConditionPage, _("Emerging treatments are graded, sourced, and name their risks"))
def emerging_treatments_are_grounded(page):
    """An emerging treatment needs a grade, a primary source and risks (M2)."""
    for option in page.treatment_options.all():
        if option.group == TreatmentOption.Group.EMERGING:
            yield from reasons_against_emerging(option, page)


@rule(ConditionPage, _("No other condition has one of its codes"), stages=("submit", "publish"))
def codes_are_its_own(page):
    """A health record that asks with a code must reach one condition; translations share theirs (A3)."""
    taken = _("{code} is already the code of “{condition}”. One code belongs to one condition.")
    for item, other in _codes_of_others(page, ConditionCode):
        yield format_lazy(taken, code=str(item), condition=other.page.title)


@rule(TreatmentPage, _("No other treatment has one of its codes"), stages=("submit", "publish"))
def codes_of_a_treatment_are_its_own(page):
    """The same for treatments (A3)."""
    taken = _("{code} is already the code of “{treatment}”. One code belongs to one treatment.")
    for item, other in _codes_of_others(page, TreatmentCode):
        yield format_lazy(taken, code=str(item), treatment=other.page.title)


def _codes_of_others(page, model):
    """Give (code of `page`, the same code of another public page) for each clash; `model`: of the codes."""
    mine = {
        (item.system, code): item for item in page.codes.all() for code in spellings(item.code, item.system)
    }
    others = model.objects.filter(
        page__live=True,
        page__alias_of__isnull=True,
        system__in={system for system, _code in mine},
        code__in={code for _system, code in mine},
    ).exclude(page__translation_key=page.translation_key)
    for other in others.select_related("page").order_by("page__title", "pk"):
        if item := mine.get((other.system, other.code)):
            yield item, other


@rule(ConditionPage, _("Benefits stand beside risks"))
def benefits_of_options_have_risks(page):
    """Who names benefits names risks (E12; DISCERN questions 10 and 11)."""
    for option in page.treatment_options.all():
        if has_text(option.benefits) and not (has_text(option.risks) or has_text(option.treatment.risks)):
            yield format_lazy(
                _("{treatment}: benefits are named, risks are not."), treatment=option.treatment
            )


@rule(ConditionPage, _("Every grade says who gave it, when and why"))
def grades_are_accounted_for(page):
    """A grade without assessor, date and reason is no grade (M1)."""
    for option in page.treatment_options.all():
        for evidence in option.stages.all():
            if evidence.is_graded and not evidence.is_accounted_for:
                yield format_lazy(
                    _("{treatment}: the grade needs an assessor, a date and a reason."),
                    treatment=option.treatment,
                )


@rule(ConditionPage, _("A translation keeps the grades of its original"))
def translation_keeps_grades(page):
    """Groups and grades are shared by translations (K10)."""
    original = page.original
    if original and _graded(original) != _graded(page):
        yield _("Groups or grades of treatments differ from those of the original.")


@rule(TreatmentPage, _("Benefits stand beside risks"))
def benefits_of_treatment_have_risks(page):
    """Who names benefits names risks (E12)."""
    if has_text(page.benefits) and not has_text(page.risks):
        yield _("Benefits are named, risks are not.")


def _graded(page):
    """Give what translations share: option, group, stage, certainty (set of tuples)."""
    return {
        (option.translation_key, option.group, evidence.stage, evidence.certainty)
        for option in page.treatment_options.all()
        for evidence in option.stages.all()
    }
