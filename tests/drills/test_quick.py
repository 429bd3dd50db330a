"""The drills, a few times each: see drills/ and `make drill` for the whole."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings
from django.db import connection

from drills.rows import Row
from drills.table import BEGIN, END, readme_with, table_of
from scripts.private_postgres import free_port
from tests.needs import PARTS

PLAN = {
    "kills": 3,
    "comments": 150,
    "clients": 50,
    "faults": 1,
    "restarts": 1,
    "forked": True,
    "command_kills": 2,
}
NAMES = ["kill", "flood", "gone", "restarts", "worker", "interrupted"]
NAMES += ["cache"] if PARTS["redis"]() else []
ROWS = 11 + ("cache" in NAMES)


@pytest.fixture
def migrated(db, tmp_path):
    """A copy (Path) of the database of the tests."""
    copy = tmp_path / "migrated.sqlite3"
    source = f"file:{connection.settings_dict['NAME']}?mode=ro"
    with closing(sqlite3.connect(source, uri=True)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    return copy


@pytest.mark.sqlite
@pytest.mark.long
def test_nothing_is_lost_when_things_break(migrated, tmp_path):
    out = tmp_path / "rows.json"
    words = ["--plan", json.dumps(PLAN | {"mail_port": free_port()}), "--template", migrated, "--out", out]
    command = [sys.executable, "-m", "drills.here", "SQLite", *NAMES, *map(str, words)]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=1500)
    rows = json.loads(out.read_text()) if out.exists() else []
    assert {row["name"]: row["first_failures"] for row in rows if row["failures"]} == {}, done.stderr[-2000:]
    assert len(rows) == ROWS, done.stderr[-2000:]


def test_a_failure_stands_in_the_table_in_the_place_of_what_was_held():
    row = Row("kill -9", "SQLite", "kills", count=3, note="none lost", waits=[0.1, 0.2])
    assert "| kill -9 | SQLite | 3 kills | 0 | 195 ms | 0 | none lost |" in table_of([row.figures()])
    row.expect(False, "a comment lost")
    assert "| 1 | 195 ms | 0 | a comment lost |" in table_of([row.figures()])


def test_the_table_of_the_readme_is_replaced_between_its_marks():
    facts = {"day": "2026-01-02", "commit": "at commit abc", "machine": "a laptop"}
    text = readme_with(f"before\n{BEGIN}\nold\n{END}\nafter\n", "| new |\n", facts)
    assert text.startswith(f"before\n{BEGIN}\n")
    assert text.endswith(f"| new |\n\n{END}\nafter\n")
    assert "old" not in text
