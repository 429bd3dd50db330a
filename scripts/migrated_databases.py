"""The databases of a test run: migrated once, then copied for each process that runs tests side by side."""

import shutil
from contextlib import ExitStack

from scripts import private_postgres, virtual_environment
from scripts.children import StepFailed, running

# pytest-xdist calls its processes so, and pytest-django ends the names of their databases so.
WORKERS = ("gw0", "gw1")
TEST_NAME = "test_healthsite"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "healthsite.settings.test"}


def prepare(folder, stack):
    """Give the environments (dict by name of database of dict) in which pytest finds migrated databases.

    `folder`: an empty Path for all files; `stack`: the ExitStack that stops PostgreSQL at the end. Without
    PostgreSQL's programs the answer has no "PostgreSQL". Raises StepFailed when a migration fails.
    """
    template, server = folder / "template.sqlite3", None
    environments = {"SQLite": sqlite_environment(folder, template)}
    if private_postgres.programs():
        (folder / "postgres").mkdir()
        server = stack.enter_context(private_postgres.private_postgres(folder / "postgres"))
        server.create("template_healthsite")
        environments["PostgreSQL"] = postgres_environment(server)
    migrate(environments.values())
    for worker in WORKERS:
        shutil.copy(template, f"{environments['SQLite']['TEST_DATABASE_NAME']}_{worker}")
        if server:
            server.create(f"{TEST_NAME}_{worker}", "template_healthsite")
    return environments


def sqlite_environment(folder, template):
    """Give the environment (dict) of a test run on SQLite files in `folder` (Path)."""
    return SETTINGS | {"DATABASE_URL": f"sqlite:///{template}", "TEST_DATABASE_NAME": str(folder / TEST_NAME)}


def postgres_environment(server):
    """Give the environment (dict) of a test run on `server` (PrivatePostgres)."""
    return SETTINGS | {"DATABASE_URL": server.url("template_healthsite"), "TEST_DATABASE_NAME": TEST_NAME}


def migrate(environments):
    """Migrate the database of each of the environments (dicts), all at the same time."""
    command = [virtual_environment.PYTHON, "manage.py", "migrate", "--no-input", "--verbosity", "0"]
    with ExitStack() as stack:
        children = [stack.enter_context(running(*command, **environment)) for environment in environments]
        if any(child.wait() for child in children):
            raise StepFailed("The test databases could not be migrated (see above).")
