"""Migrations run while readers read and writers write: what can lock, lose or break names its reason.

A migration with such an operation says, in a line of its own, why it is safe: `# Live database: ...`.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MARK = "# Live database:"
# These lose data, or break the version of the code that still runs beside the new one.
DANGEROUS = {"RemoveField", "DeleteModel", "RenameField", "RenameModel", "AlterModelTable", "RunSQL"}
# Before the first release nobody had data: these are settled.
SETTLED = {
    "articles/0003_initial",
    "comments/0002_guard_desk_and_rights",
    "conditions/0002_initial",
    "editorial/0010_safety_places_and_notices",
    "freshness/0002_stored_pages",
    "importing/0002_keep_added_options_with_the_file",
}


def migrations():
    """Give the files (list of Path) of our migrations."""
    return sorted(path for path in ROOT.glob("*/migrations/*.py") if path.name != "__init__.py")


def operations(path):
    """Give the names (list of str) of the dangerous operations in a migration."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    named = [(call, getattr(call.func, "attr", getattr(call.func, "id", ""))) for call in calls]
    return [
        name for call, name in named if name in DANGEROUS or is_one_way(call, name) or is_blank(call, name)
    ]


def is_one_way(call, name):
    """Say whether a call runs Python that cannot be taken back (bool)."""
    words = {word.arg for word in call.keywords}
    return name == "RunPython" and len(call.args) < 2 and "reverse_code" not in words


def is_blank(call, name):
    """Say whether a call adds a column that the old code, which does not know it, cannot fill (bool)."""
    if name != "AddField":
        return False
    field = next((word.value for word in call.keywords if word.arg == "field"), None)
    words = {word.arg for word in getattr(field, "keywords", [])}
    kind = getattr(getattr(field, "func", None), "attr", "")
    return "Many" not in kind and not words & {"default", "null", "db_default"}


def unexplained():
    """Give the migrations (set of str) with a dangerous operation and no reason."""
    return {
        f"{path.parent.parent.name}/{path.stem}"
        for path in migrations()
        if operations(path) and MARK not in path.read_text()
    }


def test_a_dangerous_migration_says_why_it_is_safe():
    assert unexplained() - SETTLED == set()


def test_what_is_settled_exists():
    assert SETTLED - unexplained() == set()


@pytest.mark.parametrize(
    "code",
    [
        "migrations.RemoveField('page', 'title')",
        "migrations.RunPython(forwards)",
        "migrations.AddField('page', 'title', field=models.CharField(max_length=9))",
    ],
)
def test_danger_is_seen(tmp_path, code):
    path = tmp_path / "0001.py"
    path.write_text(code)
    assert operations(path)


@pytest.mark.parametrize(
    "code",
    [
        "migrations.RunPython(forwards, backwards)",
        "migrations.AddField('page', 'title', field=models.CharField(max_length=9, default=''))",
    ],
)
def test_the_harmless_passes(tmp_path, code):
    path = tmp_path / "0001.py"
    path.write_text(code)
    assert not operations(path)
