"""`make search-report`: how well and how fast the search is, on SQLite and on a PostgreSQL of our own.

Prints what the reports print; with the name of a file it also writes them there, as a page of the documents.
"""

import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from scripts import private_postgres, virtual_environment
from scripts.children import ROOT, main

PARTS = (["search_report"], ["search_report", "--related"], ["speed_report", "100000"])
PACKAGES = ("Django", "wagtail", "modelsearch", "pypinyin", "rjieba", "snowballstemmer", "psycopg2-binary")
HEAD = """# How well the search does

Printed by `make search-report` on {day}, with {cores} processor cores:
[what is measured](../search.md#measuring). Python {python}; {packages}.
SQLite {sqlite}; {postgres}, without waiting for the disk.

"""


def search_report():
    """Run every part on every database there is; give 1 when a figure is below its bar, else 0."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="healthsite-report-")))
        folder.chmod(0o755)
        pages, codes = [], []
        for name, environment in databases(folder, stack).items():
            for part in PARTS:
                print(f"\n=== {name}: {' '.join(part)} ===", flush=True)
                printed, code = run_part(part, environment)
                pages.append(f"## {name}: `{' '.join(part)}`\n\n```text\n{printed.strip()}\n```\n")
                codes.append(code)
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(head() + "\n".join(pages))
    return int(any(codes))


def databases(folder, stack):
    """Give the environments (dict by name of dict); `folder`: empty, `stack`: stops PostgreSQL at the end."""
    found = {"SQLite": {"DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}"}}
    if not private_postgres.programs():
        print("!!! PostgreSQL is not installed: SQLite alone is measured.", flush=True)
        return found
    (folder / "postgres").mkdir()
    server = stack.enter_context(private_postgres.private_postgres(folder / "postgres"))
    server.create("healthsite")
    return {**found, "PostgreSQL": {"DATABASE_URL": server.url("healthsite")}}


def run_part(part, environment):
    """Run one command, printing its lines as they come; give (what it printed: str, exit code: int)."""
    command = [str(virtual_environment.PYTHON), "manage.py", *part]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "cwd": ROOT}
    with subprocess.Popen(
        command, env={**os.environ, **environment, "PYTHONUNBUFFERED": "1"}, **options
    ) as child:
        lines = []
        for line in child.stdout:
            print(line, end="", flush=True)
            lines.append(line)
    return "".join(lines), child.returncode


def head():
    """Give the beginning (str) of the written page: date and versions, no folders of the machine."""
    return HEAD.format(
        day=datetime.now(UTC).date(),
        cores=os.cpu_count(),
        python=platform.python_version(),
        packages=", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES),
        sqlite=sqlite3.sqlite_version,
        postgres=postgres_version(),
    )


def postgres_version():
    """Give name and version (str) of the PostgreSQL that was started."""
    programs = private_postgres.programs()
    if not programs:
        return "no PostgreSQL"
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True)
    return "PostgreSQL " + said.stdout.split()[2]


if __name__ == "__main__":
    main(search_report)
