"""The form of a code in each classification, checked without asking anybody.

ICD-10 and ICD-10-CM: a letter and two characters, then a point and up to two digits or four characters
(WHO, ICD-10 volume 2; CDC, ICD-10-CM Official Guidelines, section I.A). ICD-11: four characters, the second
a letter, without I and O, optional point and two more; clusters join codes by & and / (WHO, ICD-11 Reference
Guide). MeSH: the unique ID of a descriptor, D and six or nine digits (NLM). SNOMED CT: 6 to 18 digits whose
last one is a Verhoeff check digit; the two before it say that it is a concept (SNOMED International, SCTID).
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ICD11_STEM = r"[0-9A-HJ-NP-Z][A-HJ-NP-Z][0-9][0-9A-HJ-NP-Z](?:\.[0-9A-HJ-NP-Z]{1,2})?"
SHAPES = {
    "icd10cm": (r"[A-Z][0-9A][0-9AB](?:\.[0-9A-Z]{1,4})?", "M51.26"),
    "icd10": (r"[A-Z][0-9]{2}(?:\.[0-9]{1,2})?", "M51.2"),
    "icd11": (rf"{ICD11_STEM}(?:[&/]{ICD11_STEM})*", "FA80.9"),
    "mesh": (r"D[0-9]{6}(?:[0-9]{3})?", "D055959"),
    "snomed": (r"[1-9][0-9]{5,17}", "73211009"),
}
WITH_POINT = {"icd10cm", "icd10"}
# Verhoeff's permutation (J. Verhoeff, Error detecting decimal codes, 1969).
PERMUTED = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]


def tidy(code, system):
    """Give `code` (str) as its classification writes it: capitals, no spaces, ICD-10 with its point."""
    code = "".join(code.split()).upper()
    if system in WITH_POINT and len(code) > 3 and "." not in code:
        return f"{code[:3]}.{code[3:]}"
    return code


def validate(code, system):
    """Raise ValidationError unless `code` (str, tidied) has the form of its classification."""
    shape, example = SHAPES[system]
    if not re.fullmatch(shape, code, re.ASCII):
        raise ValidationError(
            _("“%(code)s” has not the form of this classification. A code looks like %(example)s."),
            params={"code": code, "example": example},
        )
    if system == "snomed" and not is_concept(code):
        raise ValidationError(
            _("“%(code)s” is no SNOMED CT concept: its check digit is wrong. Was a digit mistyped?"),
            params={"code": code},
        )


def is_concept(number):
    """Whether `number` (str of digits) is a SNOMED CT concept with a right check digit (bool)."""
    return number[-3:-1] in ("00", "10") and _verhoeff(number) == 0


def _verhoeff(number):
    check = 0
    for place, digit in enumerate(reversed(number)):
        check = _times(check, _permuted(int(digit), place % 8))
    return check


def _permuted(digit, times):
    for _time in range(times):
        digit = PERMUTED[digit]
    return digit


def _times(one, other):
    """Give the product (int) in the dihedral group D5."""
    if one < 5:
        return (one + other) % 5 + (5 if other >= 5 else 0)
    return (one - other) % 5 + (5 if other < 5 else 0)
