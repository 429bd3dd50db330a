"""`make bench`: how fast the site is, as a table. See bench/README.md.

    .venv/bin/python -m bench.site_speed [--articles 10000 100000] [--postgres]

Works in a scratch folder and a scratch database, or in that of DATABASE_URL when one is set and empty.
"""

import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path

from bench import sizes
from bench.serving import CLIENTS, ROOT, ROUNDS, SECONDS, serving
from bench.wordpress import beside, wordpress
from scripts import children, private_postgres

SMALL = 1000
# Comments to each article.
COMMENTS = 10
# One alone is mostly chance.
RESTARTS = 9
ADDRESS = "/articles/how-is-hip-osteonecrosis-treated-without-an-operation/"


def manage(*command):
    """Run a command of manage.py on the scratch site; give the last line (str) that it printed."""
    words = [sys.executable, "manage.py", *map(str, command)]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 our own
    return (done.stdout.splitlines() or [""])[-1]


def grow(articles, comments):
    """Add so many generated articles, a twentieth of conditions, and comments."""
    kinds = {"articles": articles, "conditions": articles // 20, "treatments": articles // 200}
    words = [word for kind, number in kinds.items() for word in (f"--{kind}", number)]
    print(manage("create_bulk_content", *words, "--comments", comments), end="\n\n", flush=True)


def machine():
    """Give a line (str) that tells where and with what was measured."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    parts = [f"{name} {version(name)}" for name in ("django", "wagtail", "granian")]
    day = datetime.datetime.now(datetime.UTC).date()
    load = os.getloadavg()[0]
    return (
        f"{day}, commit {commit.stdout.strip()}, {os.cpu_count()} processors, {platform.platform()}, "
        f"Python {platform.python_version()}, {', '.join(parts)}; load at the end {load:.1f}"
    )


def serving_table(found, megabytes):
    """Give the lines of the table of requests a second, of what `serving` gives."""
    yield f"wrk -t2 -c{CLIENTS} -d{SECONDS}s, medians of {ROUNDS} rounds"
    yield ""
    yield "| served by | bytes | requests/s | of the limit | p99 ms | processor ms/request |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, one in found.items():
        size = f"{one['bytes']:,}" if one["bytes"] else "–"
        yield f"| {name} | {size} | {one['rate']:,} | {one['ratio']:.3g} | {one['p99']} | {one['cpu']} |"
    yield ""
    yield f"Memory of each worker after all that: {', '.join(map(str, megabytes))} MB"


def report(options, folder, server):
    """Measure everything and print it; `server`: the PrivatePostgres that holds the database, or None."""
    manage("migrate", "-v0")
    manage("load_demo")
    if shutil.which("wrk"):
        side_by_side(folder)
    else:
        print("Without wrk (Debian: apt-get install wrk) nothing is said of requests a second.\n")
    print(first_view())
    grow(SMALL, SMALL * COMMENTS)
    grown(options.articles, sizes.copied(folder, server))
    print(machine())


def side_by_side(folder):
    """Print how many requests a second nginx, the site and, where it is installed, WordPress answer."""
    subjects = sizes.measured("bench.subjects")
    with wordpress(folder, subjects["characters"]) as others:
        found, megabytes = serving(folder, ADDRESS, subjects["pages"], others)
    for lines in (serving_table(found, megabytes), beside(found)):
        print("\n".join(lines), end="\n\n", flush=True)


def first_view():
    """Give a line (str) that tells how slow the first view after a restart is, in the median of RESTARTS."""
    sizes.measured("bench.first_view", ADDRESS)  # stores the page
    found = [sizes.measured("bench.first_view", ADDRESS) for _restart in range(RESTARTS)]
    first, later = (statistics.median(one[name] for one in found) for name in ("first", "later"))
    return f"First view after a restart {first} ms, later {later} ms: {first / later:.1f} times\n"


def grown(numbers, small_site):
    """Let the site grow to each of `numbers` (ints) of articles and print how it is then.

    `small_site`: the environment (dict) of its copy at SMALL; None where there is none, and what it was like
    is measured beforehand.
    """
    small = None if small_site else sizes.rounds({})[0]
    there = SMALL
    for number in sorted(numbers):
        if number > there:
            grow(number - there, (number - there) * COMMENTS)
            there = number
        if small_site:
            small, large = sizes.rounds(small_site, {})
        else:
            print("Not in turn: the smaller site was measured before this one grew.\n")
            large = sizes.rounds({})[0]
        print("\n".join(sizes.table(small, large, (SMALL, there))), end="\n\n", flush=True)


def main():
    """Read the options, measure in a scratch folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    many = {"type": int, "nargs": "+", "default": [10_000]}
    parser.add_argument("--articles", **many, help="the larger sizes; to each article ten comments")
    parser.add_argument("--postgres", action="store_true", help="in a PostgreSQL of its own, not in SQLite")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "healthsite.settings.dev"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        folder.chmod(0o755)
        os.environ["VAR_DIR"] = str(folder / "var")
        server = None
        if options.postgres:
            (folder / "postgres").mkdir()
            server = stack.enter_context(private_postgres.private_postgres(folder / "postgres"))
            server.create("bench")
            os.environ["DATABASE_URL"] = server.url("bench")
        report(options, folder, server)


if __name__ == "__main__":
    children.main(main)
