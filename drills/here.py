"""Run drills on one database, in this process: `python -m drills.here SQLite --plan '{…}' kill flood`.

`drills.__main__` calls it; what it found goes to the file of `--out` as JSON.
"""

import argparse
import importlib
import json
import os
import secrets
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from scripts.children import SIGNALS
from scripts.private_postgres import private_postgres

SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "healthsite.settings.dev",
    "COMMENTS_TRUSTED_PROXIES": "1",
    "EMAIL_URL": "smtp://127.0.0.1:{mail}",
    "LOG_LEVEL": "CRITICAL",
    "DEBUG": "false",
    "TASK_QUEUE": "database",
}
MAIL_PORT = 20_000


def read_options():
    """Give what was asked for (argparse.Namespace)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database", choices=["SQLite", "PostgreSQL"])
    parser.add_argument("names", nargs="+", help="modules of drills, in this order")
    parser.add_argument("--plan", type=json.loads, required=True, help="how often, as JSON")
    parser.add_argument("--template", type=Path, help="a migrated SQLite file to begin with")
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def set_up(options, folder, stack):
    """Set the environment for a scratch site in `folder` (Path), load Django; give the PostgreSQL or None."""
    server, url = None, f"sqlite:///{folder}/data/db.sqlite3"
    (folder / "data").mkdir()
    if options.database == "PostgreSQL":
        (folder / "postgres").mkdir()
        server = stack.enter_context(private_postgres(folder / "postgres"))
        server.create("drill")
        url = server.url("drill")
    elif options.template:
        shutil.copy(options.template, folder / "data" / "db.sqlite3")
    words = {
        name: value.format(mail=options.plan.get("mail_port", MAIL_PORT)) for name, value in SETTINGS.items()
    }
    places = {"VAR_DIR": str(folder), "DATABASE_URL": url, "SECRET_KEY": secrets.token_urlsafe(40)}
    os.environ.update(words | places)
    importlib.import_module("django").setup()
    # What a server would load at its start is loaded once, before servers are forked off.
    importlib.import_module("healthsite.wsgi")
    importlib.import_module("django.urls").get_resolver().url_patterns  # noqa: B018 loads the views
    return server


def run(options, folder, stack):
    """Run the drills that are named; give their rows (list of dict)."""
    server = set_up(options, folder, stack)
    site = importlib.import_module("drills.site").Site(folder, server)
    found = []
    if "migrate" not in options.names:
        importlib.import_module("drills.migrate").complete(site)
    for name in options.names:
        try:
            rows = importlib.import_module(f"drills.{name}").drill(site, options.plan)
        finally:
            site.stop()
        for row in rows:
            found.append(row.figures())
            print(json.dumps(found[-1], ensure_ascii=False), flush=True)
    return found


def main():
    """Run, write what was found, clean up; ends with 1 when a promise was not held."""
    options = read_options()
    SIGNALS.listen()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="healthsite-drill-")))
        folder.chmod(0o755)
        found = run(options, folder, stack)
        options.out.write_text(json.dumps(found))
    sys.exit(any(row["failures"] for row in found))


if __name__ == "__main__":
    main()
