"""The databases of a test run: made once, then copied for each process that runs tests side by side."""

import shutil
from contextlib import ExitStack
from pathlib import Path

from scripts import private_postgres, virtual_environment
from scripts.children import StepFailed, running

# pytest-xdist calls its processes so, and pytest-django ends the names of their databases so.
WORKERS = ("gw0", "gw1")
TEST_NAME = "test_healthsite"
# Of the accounts of the demonstration, which end with the run.
DEMO_PASSWORD = "a-long-password"  # noqa: S105 - it protects nothing
SETTINGS = {"DJANGO_SETTINGS_MODULE": "healthsite.settings.test"}


def prepare(folder, stack):
    """Give the environments (dict by name of database of dict) in which pytest finds migrated databases.

    `folder`: an empty Path for all files; `stack`: the ExitStack that stops PostgreSQL at the end. Without
    PostgreSQL's programs the answer has no "PostgreSQL". Raises StepFailed when that fails.
    """
    template, server = folder / "template.sqlite3", None
    environments = {"SQLite": sqlite_environment(folder, template)}
    if private_postgres.programs():
        (folder / "postgres").mkdir()
        server = stack.enter_context(private_postgres.private_postgres(folder / "postgres"))
        server.create("template_healthsite")
        environments["PostgreSQL"] = postgres_environment(server)
    make(*environments.values())
    for worker in WORKERS:
        shutil.copy(template, f"{environments['SQLite']['TEST_DATABASE_NAME']}_{worker}")
        if server:
            server.create(f"{TEST_NAME}_{worker}", "template_healthsite")
    return environments


def sqlite_environment(folder, template):
    """Give the environment (dict) of a test run on SQLite files in `folder` (Path)."""
    return SETTINGS | {
        "DATABASE_URL": f"sqlite:///{template}",
        "TEST_DATABASE_NAME": str(folder / TEST_NAME),
        "DEMONSTRATION": str(folder / "demonstration"),
    }


def postgres_environment(server):
    """Give the environment (dict) of a test run on `server` (PrivatePostgres)."""
    return SETTINGS | {"DATABASE_URL": server.url("template_healthsite"), "TEST_DATABASE_NAME": TEST_NAME}


def make(sqlite, *others):
    """Migrate the databases of the environments (dicts) side by side, and fill a copy of the first."""
    with ExitStack() as stack:
        first, *rest = [
            stack.enter_context(manage("migrate", "--no-input", "--verbosity", "0", **one))
            for one in (sqlite, *others)
        ]
        finish(first)
        finish(stack.enter_context(demonstration(sqlite)), *rest)


def manage(*command, **environment):
    """Start a command of manage.py; give its `running`, which takes the environment."""
    return running(virtual_environment.PYTHON, "manage.py", *command, **environment)


def demonstration(sqlite):
    """Start to load the demonstration into a copy of the migrated database; give its `running`.

    It lies in the folder that DEMONSTRATION names, with its pictures: journeys begin with it.
    """
    folder = Path(sqlite["DEMONSTRATION"])
    folder.mkdir()
    copy = shutil.copy(sqlite["DATABASE_URL"].removeprefix("sqlite:///"), folder / "demonstration.sqlite3")
    places = {"DATABASE_URL": f"sqlite:///{copy}", "TEST_VAR_DIR": str(folder)}
    return manage("load_demo", "--verbosity", "0", **sqlite | places | {"DEMO_PASSWORD": DEMO_PASSWORD})


def finish(*children):
    """Wait for programs (Popen) to end well. Raises StepFailed when one did not."""
    if any(child.wait() for child in children):
        raise StepFailed("The test databases could not be made (see above).")
