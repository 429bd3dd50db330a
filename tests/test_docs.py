"""Documents held to the code: what they name exists, and what exists is named."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent
OURS = {path.parent.name for path in ROOT.glob("*/apps.py")}
# Decisions and reports tell what was, and stay as they are.
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
# Read by Python's own tools, or set for children and read nowhere else.
NOT_SETTINGS = {"PATH", "PGPASSWORD", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def text_of(*paths):
    """Give the text (str) of all `paths`."""
    return "\n".join(path.read_text() for path in paths)


def variables_read():
    """Give the names (set of str) of the environment variables that the site and its start read."""
    folders = [*OURS, "healthsite", "scripts"]
    code = text_of(*(path for folder in folders for path in (ROOT / folder).rglob("*.py")))
    named = re.findall(r"\benv\.\w+\(\s*\"([A-Z0-9_]+)\"", code)
    return {*named, *re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", code)} - NOT_SETTINGS


def variables_documented():
    """Give the names (set of str) in the first column of the table in docs/deploying.md."""
    return set(re.findall(r"^\| `([A-Z0-9_]+)` \|", text_of(ROOT / "docs/deploying.md"), re.MULTILINE))


def test_every_variable_that_is_read_is_documented():
    documents = set(re.findall(r"`([A-Z0-9_]+)`", text_of(*DOCUMENTS)))
    assert variables_read() - documents == set()


def test_every_documented_variable_is_read():
    examples = set(re.findall(r"^# ([A-Z_]+)=", text_of(ROOT / ".env.example"), re.MULTILINE))
    assert variables_documented() | examples <= variables_read()


def commands_of_ours():
    """Give {name: app} of the commands that this project brings."""
    return {name: app for name, app in get_commands().items() if str(app).split(".")[0] in OURS}


def test_every_command_of_ours_is_documented():
    assert {*commands_of_ours()} - {*re.findall(r"\w+", text_of(*DOCUMENTS))} == set()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", sorted(commands_of_ours()))
def test_a_command_tells_what_it_does_and_takes(name, language):
    with translation.override(language):
        told = (
            load_command_class(commands_of_ours()[name], name).create_parser("manage.py", name).format_help()
        )
    assert len(told.split("\n\n")[1]) > 20


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_commands_that_a_document_names_exist(document):
    named = set(re.findall(r"manage\.py ([a-z0-9_]+)", document.read_text()))
    assert named - {*get_commands()} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_make_targets_that_a_document_names_exist(document):
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = re.findall(r"(?:^|`|: )(?:\w+=\S+ )*make ([a-z-]+)", document.read_text(), re.MULTILINE)
    assert set(named) - targets == set()


def test_every_make_target_with_a_description_is_documented():
    targets = re.findall(r"^([a-z-]+):.*##", text_of(ROOT / "Makefile"), re.MULTILINE)
    documents = text_of(*DOCUMENTS)
    assert [name for name in targets if not re.search(rf"make.* {name}\b", documents)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_paths_that_a_document_names_exist(document):
    places = {path.name for path in ROOT.iterdir()} - {"var", "reports"}
    named = re.findall(r"`([\w./*-]+/[\w./*-]*)`", document.read_text())
    missing = [
        name for name in named if name.split("/")[0] in places and not list(ROOT.glob(name.rstrip("/")))
    ]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_links_of_a_document_lead_somewhere(document):
    links = re.findall(r"\]\((?!https?:|mailto:|/)([^)#]+)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_settings_that_documents_name_are_those_of_production_and_laptop():
    named = set(re.findall(r"healthsite\.settings\.(\w+)", text_of(*DOCUMENTS)))
    assert all((ROOT / "healthsite" / "settings" / f"{name}.py").exists() for name in named)
