"""The spellings of a code: ICD is written with and without its point."""

import re

from .models import ConditionCode

ICD = {ConditionCode.System.ICD10CM, ConditionCode.System.ICD10}
SHAPE = re.compile(r"[A-Z][0-9A][0-9A-Z](\.?[0-9A-Z]{1,4})?")


def is_icd(code, system):
    """Whether `code` (str) of a ConditionCode.System has the shape of an ICD-10 code (bool)."""
    return system in ICD and bool(SHAPE.fullmatch(code))


def spellings(code, system):
    """Give the ways (list of str) in which the same code can be stored."""
    code = code.strip().upper()
    if not is_icd(code, system):
        return [code]
    bare = code.replace(".", "")
    return [bare, f"{bare[:3]}.{bare[3:]}"] if len(bare) > 3 else [bare]
