"""`make bench`: how fast the site is, as a table. See bench/README.md.

    .venv/bin/python -m bench.site_speed [--articles 10000 100000] [--postgres]

Works in a scratch folder and a scratch database, or in that of DATABASE_URL when one is set and empty.
"""

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path

from bench.serving import CLIENTS, ROOT, ROUNDS, SECONDS, serving
from scripts import private_postgres

SMALL = 1000
LISTS = ("/", "/articles/", "/conditions/", "/treatments/")
# Comments to each article.
COMMENTS = 10
# Milliseconds of the processor, as issue F asks.
AIMS = {
    **dict.fromkeys([f"{kind}, stored" for kind in ("article", "condition", "treatment")], 4.5),
    **dict.fromkeys([f"list {place}, stored" for place in LISTS], 4.5),
    **dict.fromkeys(["explorer, articles", "listing, articles", "moderation queue"], 60),
    "post a comment": 4,
}
ADDRESS = "/articles/how-is-hip-osteonecrosis-treated-without-an-operation/"


def manage(*command):
    """Run a command of manage.py on the scratch site; give the last line (str) that it printed."""
    words = [sys.executable, "manage.py", *map(str, command)]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 our own
    return (done.stdout.splitlines() or [""])[-1]


def grow(articles, comments):
    """Add so many generated articles, a twentieth of conditions, and comments."""
    sizes = {"articles": articles, "conditions": articles // 20, "treatments": articles // 200}
    words = [word for kind, number in sizes.items() for word in (f"--{kind}", number)]
    print(manage("create_bulk_content", *words, "--comments", comments), end="\n\n", flush=True)


def measured(*command):
    """Give what a module of bench measured (dict) in a process of its own; `command`: name, arguments."""
    command = [sys.executable, "-m", *command]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603 our own words
    return json.loads(done.stdout.splitlines()[-1])


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


def serving_table(found):
    """Give the lines of the table of requests a second."""
    size, megabytes = found.pop("bytes"), found.pop("memory")
    yield f"wrk -t2 -c{CLIENTS} -d{SECONDS}s, medians of {ROUNDS} rounds, a page of {size:,} bytes"
    yield ""
    yield "| served by | requests/s | of the limit | p99 ms | processor ms/request |"
    yield "| --- | --- | --- | --- | --- |"
    for name, one in found.items():
        used = one["cpu"] or "–"
        yield f"| {name} | {one['rate']:,} | {one['ratio']:.2f} | {one['p99']} | {used} |"
    yield ""
    yield f"Memory of each worker after all that: {', '.join(map(str, megabytes))} MB"


def sizes_table(small, large, numbers):
    """Give the lines of the table of one process at two sizes; `numbers`: the two numbers of articles."""
    yield f"One process, {numbers[0]:,} and {numbers[1]:,} articles; processor ms (median), p95 of waiting"
    yield ""
    yield "| page | queries | ms, small | ms, large | ratio | of the aim | p95, small | large | ratio |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, one in large.items():
        before = small.get(name, one)
        ratio = one["p95"] / max(before["p95"], 0.1)
        aim = f"{one['ms'] / AIMS[name]:.2f}" if name in AIMS else "–"
        growth = one["ms"] / max(before["ms"], 0.1)
        yield (
            f"| {name} | {one['queries']} | {before['ms']} | {one['ms']} | {growth:.2f} | {aim} "
            f"| {before['p95']} | {one['p95']} | {ratio:.2f} |"
        )


def report(options, folder):
    """Measure everything and print it."""
    manage("migrate", "-v0")
    manage("load_demo")
    if shutil.which("wrk"):
        print("\n".join(serving_table(serving(folder, ADDRESS))), end="\n\n", flush=True)
    else:
        print("Without wrk (Debian: apt-get install wrk) nothing is said of requests a second.\n")
    measured("bench.first_view", ADDRESS)  # stores the page
    first = measured("bench.first_view", ADDRESS)
    ratio = first["first"] / first["later"]
    print(f"First view after a restart {first['first']} ms, later {first['later']} ms: {ratio:.1f} times\n")
    grow(SMALL, SMALL * COMMENTS)
    small, there = measured("bench.in_process"), SMALL
    for size in options.articles:
        if size > there:
            grow(size - there, (size - there) * COMMENTS)
            there = size
        large = measured("bench.in_process") if size > SMALL else small
        print("\n".join(sizes_table(small, large, (SMALL, size))), end="\n\n", flush=True)
    print(machine())


def main():
    """Read the options, measure in a scratch folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    sizes = {"type": int, "nargs": "+", "default": [10_000]}
    parser.add_argument("--articles", **sizes, help="the larger sizes; to each article ten comments")
    parser.add_argument("--postgres", action="store_true", help="in a PostgreSQL of its own, not in SQLite")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "healthsite.settings.dev"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        folder.chmod(0o755)
        os.environ["VAR_DIR"] = str(folder / "var")
        if options.postgres:
            (folder / "postgres").mkdir()
            server = stack.enter_context(private_postgres.private_postgres(folder / "postgres"))
            server.create("bench")
            os.environ["DATABASE_URL"] = server.url("bench")
        report(options, folder)


if __name__ == "__main__":
    main()
