"""Run all drills, each kind of database in a process of its own, and write the table of the README."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from scripts import private_postgres
from scripts.children import ROOT, StepFailed, main, run

from .table import readme_with, table_of

REPORT = ROOT / "docs" / "reports" / "drill.md"
FIGURES = ROOT / "reports" / "reliability.json"
README = ROOT / "README.md"
SQLITE = ["migrate", "kill", "flood", "gone", "cache", "restarts", "worker", "interrupted"]
# A restart is no matter of the database.
POSTGRESQL = ["migrate", "kill", "gone", "cache", "worker", "interrupted"]
FULL = {
    "SQLite": {
        "migrate_kills": 5,
        "kills": 200,
        "comments": 10_000,
        "clients": 50,
        "faults": 5,
        "mounts": True,
        "restarts": 3,
        "command_kills": 10,
        "mail_port": 20_025,
    },
    "PostgreSQL": {
        "migrate_kills": 5,
        "kills": 100,
        "faults": 5,
        "command_kills": 10,
        "mail_port": 20_026,
    },
}
HEAD = """# Drills

Printed by `make drill` on {day}: healthsite {commit}, Python {python}, Django {django}, Wagtail {wagtail},
granian {granian}, SQLite {sqlite}, {postgres}; {machine}.

Things are broken on purpose, and what the site promises must hold all the same. The web server is granian,
forked off a process that has loaded the site, so that hundreds of starts are possible; for the restarts it is
the command that runs a public site. `kill -9` ends the web server with its workers, not the machine: what a
power cut does is not tried here (SQLite waits for the disk at each commit, but for how often a network sent
comments). "p95": the wait that 95 of 100 requests did not exceed; for what went away and came back, the time
until it had healed.

"""


def drill():
    """Run what is asked for, print the table; write it down when everything was run. Give the exit code."""
    options = read_options()
    rows, worst = [], 0
    for database, names in {"SQLite": SQLITE, "PostgreSQL": POSTGRESQL}.items():
        chosen = [name for name in names if not options.only or name in options.only]
        if chosen and database in options.databases:
            found, code = run_on(database, chosen, options)
            rows += found
            worst = max(worst, code)
    table = table_of(rows)
    print(table)
    if options.write:
        write_down(rows, table)
    return worst


def read_options():
    """Give what was asked for (argparse.Namespace)."""
    parser = argparse.ArgumentParser(prog="make drill", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=SQLITE, help="these drills")
    parser.add_argument("--databases", nargs="+", default=list(FULL), choices=list(FULL))
    parser.add_argument("--share", type=float, default=1, help="this share of the counts, such as 0.1")
    parser.add_argument(
        "--no-write", dest="write", action="store_false", help="leave the reports as they are"
    )
    return parser.parse_args()


def run_on(database, names, options):
    """Run the drills `names` on `database`; give (rows as list of dict, exit code)."""
    if database == "PostgreSQL" and not private_postgres.programs():
        raise StepFailed("PostgreSQL is not installed. Leave it out: make drill OPTIONS='--databases SQLite'")
    if "cache" in names and not shutil.which("redis-server"):
        raise StepFailed("redis-server is not installed. Leave it out: name the other drills after --only.")
    shares = ("kills", "comments", "faults", "restarts", "command_kills", "migrate_kills")
    plan = {
        name: max(1, round(count * options.share)) if name in shares else count
        for name, count in FULL[database].items()
    }
    with tempfile.TemporaryDirectory(prefix="healthsite-drills-") as folder:
        out = Path(folder, "rows.json")
        command = [
            sys.executable,
            "-m",
            "drills.here",
            database,
            *names,
            "--plan",
            json.dumps(plan),
            "--out",
            out,
        ]
        code = run(*command)
        if not out.exists():
            raise StepFailed(f"The drills on {database} broke off (see above).")
        return json.loads(out.read_text()), code


def write_down(rows, table):
    """Write the report, the figures, and the table in the README."""
    facts = facts_of_this_run()
    REPORT.write_text(HEAD.format(**facts) + table, encoding="utf-8")
    FIGURES.parent.mkdir(exist_ok=True)
    FIGURES.write_text(json.dumps({"run": facts, "rows": rows}, indent=1, ensure_ascii=False) + "\n")
    README.write_text(readme_with(README.read_text(), table, facts))


def facts_of_this_run():
    """Give date, versions, commit and machine (dict of str)."""
    commit = words_of("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD")
    dirty = words_of("git", "-C", str(ROOT), "status", "--porcelain", "--untracked-files=no")
    python = "import sqlite3; print(sqlite3.sqlite_version)"
    postgres = private_postgres.programs()
    return {
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
        "commit": f"at commit {commit}" + (" with changes not yet committed" if dirty else ""),
        "python": platform.python_version(),
        **{name: version(name) for name in ("django", "wagtail", "granian")},
        "sqlite": words_of(sys.executable, "-c", python),
        "postgres": words_of(str(postgres / "postgres"), "--version") if postgres else "no PostgreSQL",
        "machine": f"{os.cpu_count()} shared processors, {platform.system()} {platform.machine()}",
    }


def words_of(*command):
    """Give what a command prints (str), "" when it fails."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


if __name__ == "__main__":
    main(drill)
