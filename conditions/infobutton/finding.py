"""Find the pages that answer a question: by code, else by name."""

from django.db.models import Q

from conditions.codes import is_icd, spellings
from conditions.models import ConditionCode, ConditionPage, TreatmentCode, TreatmentPage
from editorial.models import ContentLabel, MedicalPage
from pages.visibility import visible

MOST = 3
SHORTEST_PART = 4


def answers(question, request):
    """Give up to three pages (list), each in the language asked for where it is translated."""
    if question.language is None:
        return []
    found = by_code(question, request)
    if not found and question.name:
        found = by_name(ConditionPage, question, request) + by_name(TreatmentPage, question, request)
    return found[:MOST]


def by_code(question, request):
    """Give the pages with the code; an ICD code that nobody has is looked up its own hierarchy."""
    if not question.code or question.system is None:
        return []
    for written in steps(question.code, question.system):
        found = _coded(ConditionCode, ConditionPage, written, question, request)
        found += _coded(TreatmentCode, TreatmentPage, written, question, request)
        if found:
            return found
    return []


def _coded(codes, model, written, question, request):
    rows = codes.objects.filter(system=question.system, code__in=written, page__live=True)
    keys = list(rows.values_list("page__translation_key", flat=True).distinct()[:MOST])
    return public(model, keys, question, request) if keys else []


def steps(code, system):
    """Give lists of spellings (str): the code, then for ICD each broader category up to three characters.

    Records must code to the full number of characters (ICD-10-CM Official Guidelines for Coding and
    Reporting, section I.B.2), so they send M51.26 where a page is about M51.2.
    """
    if not is_icd(code, system):
        return [[code]]
    bare = code.replace(".", "")
    return [spellings(bare[:length], system) for length in range(len(bare), 2, -1)]


def by_name(model, question, request):
    """Give the pages of `model` under that name, then those whose title or name holds it as a part."""
    found = _named(model, "iexact", question, request)
    long_enough = len(question.name) >= SHORTEST_PART or not question.name.isascii()
    if len(found) < MOST and long_enough and len(question.name) > 1:
        more = _named(model, "icontains", question, request)
        found += [page for page in more if page.pk not in {known.pk for known in found}]
    return found[:MOST]


def _named(model, how, question, request):
    names = Q(names__is_confirmed=True) & Q(**{f"names__name__{how}": question.name})
    pages = model.objects.live().filter(Q(**{f"title__{how}": question.name}) | names)
    keys = pages.order_by("title", "pk").values_list("translation_key", flat=True)
    return public(model, list(dict.fromkeys(keys[: MOST * 10])), question, request)


def public(model, keys, question, request):
    """Give the public pages with these translation keys, in their order and the best language there is.

    Only the editors speak to a patient out of a health record: no sponsor, no provider, no unread import.
    """
    pages = visible(model.objects, request).filter(translation_key__in=keys)
    pages = pages.filter(content_label=ContentLabel.EDITORIAL)
    pages = pages.exclude(origin=MedicalPage.Origin.IMPORTED, last_reviewed_on__isnull=True)
    best = {}
    for page in pages.select_related("locale"):
        known = best.get(page.translation_key)
        if known is None or page.locale.language_code == question.language:
            best[page.translation_key] = page
    return [best[key] for key in keys if key in best][:MOST]
