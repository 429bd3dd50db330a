"""What no module of the site may do, found in its source; what every answer keeps to."""

import ast
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

APPS = sorted(path.parent for path in Path(settings.BASE_DIR).glob("*/apps.py"))
# Backup and restore start the programs of PostgreSQL.
STARTS_PROGRAMS = {"operations"}


@cache
def trees():
    """Give (app as str, syntax tree) for every module of our apps (list)."""
    return [(app.name, ast.parse(path.read_text())) for app in APPS for path in app.rglob("*.py")]


def nodes(kind):
    """Yield (app as str, node) for every node of a `kind` in the source of our apps."""
    for app, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, kind):
                yield app, node


@cache
def calls():
    """Give (app, called name, call) for every call in our apps (list)."""
    return [(app, ast.unparse(node.func), node) for app, node in nodes(ast.Call)]


def imported():
    """Give (app, module) for every import in our apps (set)."""
    whole = {(app, name.name) for app, node in nodes(ast.Import) for name in node.names}
    return whole | {(app, node.module or "") for app, node in nodes(ast.ImportFrom)}


def test_no_text_becomes_code_or_a_template():
    names = {name for _app, name, _call in calls()}
    assert names & {"eval", "exec", "compile", "Template", "engines", "django.template.Template"} == set()
    assert not [name for name in names if name.endswith(".from_string")]


def test_programs_are_started_for_backups_alone_and_without_a_shell():
    users = {app for app, module in imported() if module.split(".")[0] in ("subprocess", "pty")}
    assert users == STARTS_PROGRAMS
    words = {word.arg for _app, _name, call in calls() for word in call.keywords}
    assert "shell" not in words
    assert not {name for _app, name, _call in calls()} & {"os.system", "os.popen"}


def test_nothing_is_unpacked_that_could_run():
    modules = {module.split(".")[0] for _app, module in imported()}
    assert modules & {"pickle", "marshal", "shelve", "yaml", "jsonpickle"} == set()


def test_no_broken_hash_protects_anything():
    names = {name for _app, name, _call in calls()}
    assert names & {"hashlib.md5", "hashlib.sha1", "md5", "sha1"} == set()


def test_every_form_names_its_fields():
    for _app, node in nodes(ast.Assign):
        if any(ast.unparse(target) == "fields" for target in node.targets):
            assert ast.unparse(node.value) != "'__all__'"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/comments/1/new/", "/safety/1/report/", "/admin/login/"])
def test_a_form_from_elsewhere_is_refused(tree, path):
    assert Client(enforce_csrf_checks=True).post(path, {"body": "x"}).status_code == 403


@pytest.mark.django_db
def test_no_other_site_may_read_answers(client, tree):
    answer = client.get("/", headers={"origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/healthz", "/search/"])
def test_nobody_traces_a_request(client, tree, path):
    answer = client.trace(path, headers={"x-secret": "canary"})
    assert answer.status_code == 405
    assert b"canary" not in answer.content


@pytest.mark.django_db
def test_the_field_for_the_password_hides_it_and_lets_managers_fill_it(client, tree):
    html = client.get("/admin/login/").content.decode()
    field = next(part for part in html.split("<") if part.startswith("input") and 'type="password"' in part)
    assert 'autocomplete="off"' not in field
    assert "onpaste" not in html
