"""Conditions, treatments, and what a treatment does for a condition at a stage."""

from .codes import ConditionCode, IcdCode, TreatmentCode
from .condition import ConditionIndexPage, ConditionName, ConditionPage
from .grounding import has_text, reasons_against_emerging
from .history import GradeChange
from .listed import ListedName, file_names, file_soon
from .options import Certainty, Stage, StageEvidence, TreatmentOption
from .treatment import TreatmentIndexPage, TreatmentName, TreatmentPage

__all__ = [
    "Certainty",
    "ConditionCode",
    "ConditionIndexPage",
    "ConditionName",
    "ConditionPage",
    "GradeChange",
    "IcdCode",
    "ListedName",
    "Stage",
    "StageEvidence",
    "TreatmentCode",
    "TreatmentIndexPage",
    "TreatmentName",
    "TreatmentOption",
    "TreatmentPage",
    "file_names",
    "file_soon",
    "has_text",
    "reasons_against_emerging",
]
