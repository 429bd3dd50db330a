"""The settings: databases, keys, and what comes from the environment."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import environ
import pytest
from django.conf import settings
from django.db import connection

from healthsite.settings.database import database_settings
from healthsite.settings.local_secret import local_secret_key

ROOT = Path(settings.BASE_DIR)
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "healthsite.settings.production",
    "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFG",
    "ALLOWED_HOSTS": "www.example.org",
    "DATABASE_URL": "sqlite:///:memory:",
}


@pytest.fixture
def database(monkeypatch, tmp_path):
    """A function: DATABASE_URL (str or None) -> Django's settings (dict)."""

    def database(url):
        monkeypatch.delenv("DATABASE_URL", raising=False)
        if url:
            monkeypatch.setenv("DATABASE_URL", url)
        return database_settings(environ.Env(), tmp_path)

    return database


def python(*arguments, cwd=ROOT, **environment):
    """Run Python with nothing but `environment` (str) and a path; give the finished process."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def production(*arguments, **environment):
    """Run Python as on a public site, with changes to its environment; None takes a variable away."""
    changed = PRODUCTION | environment
    return python(*arguments, **{name: value for name, value in changed.items() if value is not None})


def test_the_database_is_a_file_under_var_unless_told_otherwise(database, tmp_path):
    config = database(None)
    assert config["ENGINE"] == "operations.databases.sqlite3"
    assert config["NAME"] == str(tmp_path / "db.sqlite3")


def test_sqlite_writers_wait_for_each_other(database):
    options = database(None)["OPTIONS"]
    assert (options["transaction_mode"], options["timeout"]) == ("IMMEDIATE", 20)


def test_a_url_switches_to_postgresql(database):
    config = database("postgresql://kim:secret@db.example.org:5433/site")
    assert config["ENGINE"] == "operations.databases.postgresql"
    assert (config["NAME"], config["HOST"], config["PORT"]) == ("site", "db.example.org", 5433)
    assert config["CONN_HEALTH_CHECKS"]
    assert "init_command" not in config.get("OPTIONS", {})


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1)])
def test_sqlite_runs_as_it_should(pragma, value):
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_a_laptop_makes_its_key_once_and_keeps_it_private(tmp_path):
    key = local_secret_key(tmp_path / "var")
    assert local_secret_key(tmp_path / "var") == key
    assert len(key) >= 50
    assert stat.S_IMODE((tmp_path / "var" / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize("variable", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_a_public_site_does_not_start_without(variable):
    refused = production("-c", "import healthsite.settings.production", **{variable: None})
    assert refused.returncode != 0
    assert f"Set the {variable} environment variable" in refused.stderr


def test_a_public_site_passes_djangos_checks_for_deployment():
    checked = production("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr


def test_a_public_site_never_shows_errors_to_visitors():
    code = "from healthsite.settings import production; print(production.DEBUG)"
    assert production("-c", code, DEBUG="true").stdout == "False\n"


def test_what_reports_errors_takes_no_memory_where_nobody_is_told():
    code = "import sys, healthsite.settings.production; print('sentry_sdk' in sys.modules)"
    assert production("-c", code).stdout == "False\n"


@pytest.fixture
def settings_with_env_file(tmp_path):
    """A folder with the settings and a file .env that names the site."""
    shutil.copytree(ROOT / "healthsite", tmp_path / "healthsite")
    (tmp_path / ".env").write_text("SITE_NAME=From the file\n")
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, "From the file"),
        ({"SITE_NAME": "From the environment"}, "From the environment"),
        ({"DJANGO_SETTINGS_MODULE": "healthsite.settings.test"}, "nothing"),
    ],
)
def test_the_environment_comes_before_the_file_and_tests_read_no_file(
    settings_with_env_file, environment, name
):
    code = "from healthsite.settings.environment import env; print(env.str('SITE_NAME', default='nothing'))"
    assert python("-c", code, cwd=settings_with_env_file, **environment).stdout.strip() == name
