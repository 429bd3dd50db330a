"""The pages of one process at two sizes, side by side, so that what else the machine does falls on both."""

import json
import os
import shutil
import statistics
import subprocess
import sys

from bench.serving import ROOT, ROUNDS

LISTS = ("/", "/articles/", "/conditions/", "/treatments/")
# Milliseconds of the processor, as issue F asks.
AIMS = {
    **dict.fromkeys([f"{kind}, stored" for kind in ("article", "condition", "treatment")], 4.5),
    **dict.fromkeys([f"list {place}, stored" for place in LISTS], 4.5),
    **dict.fromkeys(["explorer, articles", "listing, articles", "moderation queue"], 60),
    "article without comments, stored": 4.5,
    "article, 20 comments, stored": 8,
    "post a comment": 4,
}


def measured(*command, **environment):
    """Give what a module of bench measured (dict) in a process of its own.

    `command`: its name and arguments; `environment`: what names another site than the one of this process.
    """
    command = [sys.executable, "-m", *command]
    done = subprocess.run(  # noqa: S603 our own words
        command, cwd=ROOT, stdout=subprocess.PIPE, check=True, env={**os.environ, **environment}
    )
    return json.loads(done.stdout.splitlines()[-1])


def copied(folder, server):
    """Keep a copy of the scratch site in `folder` (Path) as it is; give the environment (dict) that names it.

    `server`: the PrivatePostgres that holds its database, None for SQLite. None where the database is
    somebody else's: it is not copied.
    """
    if server:
        server.create("small", template="bench")
        return {"DATABASE_URL": server.url("small")}
    if "DATABASE_URL" in os.environ:
        return None
    shutil.copytree(folder / "var", folder / "small")
    return {"VAR_DIR": str(folder / "small")}


def rounds(*sites):
    """Measure each of `sites` (environments) in turn, ROUNDS times; give the medians (dict) of each."""
    runs = [[measured("bench.in_process", **site) for site in sites] for _round in range(ROUNDS)]
    return [medians(of_one) for of_one in zip(*runs, strict=True)]


def medians(runs):
    """Give {name: {"queries", "ms", "p95"}} of several such dicts: the middle of each figure."""
    return {
        name: {figure: statistics.median(run[name][figure] for run in runs) for figure in one}
        for name, one in runs[0].items()
    }


def table(small, large, numbers):
    """Give the lines of the table of one process at two sizes; `numbers`: the two numbers of articles."""
    yield (
        f"One process, {numbers[0]:,} and {numbers[1]:,} articles in turn, medians of {ROUNDS} rounds; "
        "processor ms (median), p95 of waiting"
    )
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
