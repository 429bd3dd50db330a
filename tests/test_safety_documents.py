"""The promises about safety: every requirement is answered, every test that is named exists."""

import csv
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = {"met", "partly", "not met", "not applicable", "document"}
# OWASP ASVS 5.0.0 has 70 requirements of level 1 and 183 of level 2.
COUNTS = {"1": 70, "2": 183}


def rows():
    """Give the rows (list of dict) of docs/asvs.csv."""
    with (ROOT / "docs" / "asvs.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def locked():
    """Give name and version (set of tuples) of every library in requirements.txt."""
    lines = (ROOT / "requirements.txt").read_text()
    return {tuple(found) for found in re.findall(r"^([\w.-]+)==([^\s;\\]+)", lines, re.MULTILINE)}


def test_every_requirement_of_levels_one_and_two_is_answered_once():
    numbers = [row["requirement"] for row in rows()]
    assert len(set(numbers)) == len(numbers)
    assert {level: sum(row["level"] == level for row in rows()) for level in COUNTS} == COUNTS


def test_every_answer_is_one_of_five_and_says_how():
    assert [row for row in rows() if row["answer"] not in ANSWERS or len(row["how"]) < 10] == []


def test_every_test_that_is_named_exists():
    named = {name for row in rows() for name in row["tests"].split()}
    missing = []
    for name in named:
        path, _, function = name.partition("::")
        if f"def {function}(" not in (ROOT / path).read_text():
            missing.append(name)
    assert missing == []


def test_every_document_that_is_named_exists():
    named = {name for row in rows() for name in re.findall(r"docs/[\w-]+\.md|SECURITY\.md", row["how"])}
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_most_of_what_applies_is_held_by_a_test():
    applies = [row for row in rows() if row["answer"] not in ("not applicable", "document")]
    assert sum(bool(row["tests"]) for row in applies) >= 0.65 * len(applies)


def test_the_bill_of_materials_lists_every_locked_library():
    parts = json.loads((ROOT / "docs" / "sbom.json").read_text())["components"]
    assert {(part["name"], part["version"]) for part in parts} == locked()
