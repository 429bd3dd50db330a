"""`make test`: `make lint`, every test on SQLite, again on a real PostgreSQL, the journeys in a browser."""

import os
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from scripts import migrated_databases, virtual_environment
from scripts.children import StepFailed, main, run, running

# Name of the pass, its database, pytest's options. What needs the other database is left out, and the
# second pass repeats no test that asks no database anything.
# A process without work takes half of what the other has left; journeys need the order that they have.
PASSES = (
    ("SQLite", "SQLite", ["-m", "not journey and not postgres", "--dist=worksteal"]),
    ("PostgreSQL", "PostgreSQL", ["-m", "not journey and not sqlite", "--database-only", "--dist=worksteal"]),
    ("browser", "SQLite", ["-m", "journey", "tests/journeys"]),
)
# Three passes read the same code: the first compiles it for all, whatever the machine is set to.
KEEP_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}


def run_tests():
    """Run all passes, print a last line like pytest's over all of them, give the exit code (int)."""
    began = time.monotonic()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="healthsite-tests-")))
        folder.chmod(0o755)
        print("\nMaking the test databases, and checking the code meanwhile …", flush=True)
        lint = stack.enter_context(running("make", "--no-print-directory", "lint"))
        environments = migrated_databases.prepare(folder, stack)
        if lint.wait():
            raise StepFailed("`make lint` found something (see above).")
        require_postgres(environments)
        totals = Counter()
        for name, database, chosen in PASSES:
            if database in environments:
                totals += run_pass(name, chosen, environments[database], folder / f"{name}.xml")
    print(summary(totals, time.monotonic() - began), flush=True)
    return 1 if totals["failed"] or totals["error"] or not totals["passed"] else 0


def require_postgres(environments):
    """Say that the pass on PostgreSQL is left out, when it is. Raises StepFailed in CI."""
    if "PostgreSQL" in environments:
        return
    message = "PostgreSQL is not installed: no test runs on it."
    if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
        raise StepFailed(message)
    print(f"\n!!! {message}\n", flush=True)


def run_pass(name, chosen, environment, report):
    """Run the tests `chosen` (pytest's options) in `environment` (dict); give their Counter of outcomes.

    `report`: the file (Path) that pytest writes the outcomes to.
    """
    print(f"\n=== {name} ===", flush=True)
    processes = str(len(migrated_databases.WORKERS))
    options = ["-q", "-n", processes, "--reuse-db", "--durations=10", *chosen, f"--junitxml={report}"]
    code = run(virtual_environment.PYTHON, "-m", "pytest", *options, **environment, **KEEP_COMPILED)
    return outcomes(report, code)


def outcomes(report, code):
    """Give the Counter of outcomes in `report` (Path, JUnit's XML); pytest's exit `code` (int) must agree."""
    if not report.exists():
        return Counter(error=1)
    suite = ElementTree.parse(report).getroot().find("testsuite")  # noqa: S314 - written by pytest a moment ago
    counts = {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}
    unhappy = counts["failures"] + counts["errors"]
    return Counter(
        passed=counts["tests"] - unhappy - counts["skipped"],
        failed=counts["failures"],
        error=counts["errors"] or int(bool(code) and not unhappy),
        skipped=counts["skipped"],
    )


def summary(totals, seconds):
    """Give the last line (str), worded as pytest's own: `totals` (Counter of outcomes), `seconds` (float)."""
    parts = [f"{totals[name]} {name}" for name in ("failed", "error", "passed", "skipped") if totals[name]]
    return f"\n==== {', '.join(parts) or 'no tests ran'} in {seconds:.0f}s ({int(seconds) // 60} min) ===="


if __name__ == "__main__":
    main(run_tests)
