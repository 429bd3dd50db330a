"""Codes and labels are those of the classification, letter by letter."""

import csv
import gzip

import pytest

from demo.content_files import LANGUAGES, page_paths, read_page
from tests.needs import SHARED

CODES = [
    (code["code"], code["label"])
    for language in LANGUAGES
    for path in page_paths("conditions", language)
    for code in read_page(path).head["codes"]
]


@pytest.fixture(scope="module")
def classification():
    """Labels of ICD-10-CM 2026 by code (dict)."""
    with gzip.open(SHARED / "data/icd10cm/icd10cm_2026.csv.gz", "rt", encoding="utf-8") as file:
        return {row["code"]: row["description"] for row in csv.DictReader(file)}


@pytest.mark.needs("data")
@pytest.mark.parametrize(("code", "label"), sorted(set(CODES)))
def test_a_code_has_the_label_that_the_classification_prints(classification, code, label):
    assert classification[code] == label


def test_no_code_belongs_to_two_conditions():
    english = [
        code["code"] for path in page_paths("conditions", "en") for code in read_page(path).head["codes"]
    ]
    assert len(english) == len(set(english))
