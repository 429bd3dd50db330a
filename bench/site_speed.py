"""`make bench`: how fast the site is, as a table. See bench/README.md.

    .venv/bin/python -m bench.site_speed [--articles 10000] [--comments 10000]

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
from importlib.metadata import version
from pathlib import Path

from bench.serving import CLIENTS, ROOT, ROUNDS, SECONDS, serving

SMALL = 1000
ADDRESS = "/articles/how-is-hip-osteonecrosis-treated-without-an-operation/"


def manage(*command):
    """Run a command of manage.py on the scratch site."""
    subprocess.run([sys.executable, "manage.py", *map(str, command)], cwd=ROOT, check=True)  # noqa: S603


def grow(articles, comments):
    """Add so many generated articles, a twentieth of conditions, and comments."""
    sizes = {"articles": articles, "conditions": articles // 20, "treatments": articles // 200}
    words = [word for kind, number in sizes.items() for word in (f"--{kind}", number)]
    manage("create_bulk_content", *words, "--comments", comments)


def in_process():
    """Give what bench.in_process measured (dict), in a process of its own."""
    command = [sys.executable, "-m", "bench.in_process"]
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
    yield "| page | queries | ms, small | ms, large | p95 small | p95 large | ratio of p95 |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, one in large.items():
        before = small.get(name, one)
        ratio = one["p95"] / max(before["p95"], 0.1)
        yield (
            f"| {name} | {one['queries']} | {before['ms']} | {one['ms']} | {before['p95']} | {one['p95']} "
            f"| {ratio:.2f} |"
        )


def report(options, folder):
    """Measure everything and print it."""
    manage("migrate", "-v0")
    manage("load_demo")
    if shutil.which("wrk"):
        print("\n".join(serving_table(serving(folder, ADDRESS))), end="\n\n", flush=True)
    else:
        print("Without wrk (Debian: apt-get install wrk) nothing is said of requests a second.\n")
    grow(SMALL, SMALL * 10)
    small = in_process()
    grow(options.articles - SMALL, options.comments)
    print("\n".join(sizes_table(small, in_process(), (SMALL, options.articles))), end="\n\n")
    print(machine())


def main():
    """Read the options, measure in a scratch folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000, help="the larger size")
    parser.add_argument("--comments", type=int, default=10_000, help="comments added for it")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "healthsite.settings.dev"
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ["VAR_DIR"] = str(Path(folder, "var"))
        report(options, Path(folder))


if __name__ == "__main__":
    main()
