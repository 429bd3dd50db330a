"""`make lighthouse`: Lighthouse's four scores and the largest paint on a simulated slow phone, as a table.

Reads SITE (a running demonstration). With the name of a file it also writes the table there, as a page of the
documents.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from scripts.children import StepFailed, main
from scripts.demonstration_site import demonstration
from scripts.places import LANGUAGES, read_addresses
from scripts.system_packages import chromium

VERSION = "12.2.3"
PLACES = ("home", "condition", "treatment", "article", "search")
CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
HEAD = """# Lighthouse

Printed by `make lighthouse` on {day}: Lighthouse {version}, {browser}, Node {node}. Its default: a phone with
a slow connection (150 ms round trip, 1.6 Mbit/s) and a processor slowed four times, simulated.

"""


def measure():
    """Measure all pages and print the table; give 1 when a score is below 100, else 0."""
    require_programs()
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    rows = ["| page | " + " | ".join(CATEGORIES.values()) + " | largest paint | layout shift |"]
    rows.append("| --- |" + " ---: |" * 6)
    falls, perfect = [], True
    with demonstration() as site:
        for language in LANGUAGES:
            addresses = read_addresses(site, language)
            for place in PLACES:
                report = run_lighthouse(site + addresses[place])
                scores = scores_of(report)
                perfect = perfect and set(scores) == {100}
                falls += [f"- {place}, {language}: {text}" for text in shortfalls(report)]
                rows.append(row(place, language, scores, report))
                print(rows[-1], flush=True)
    text = "\n".join([*rows, "", *falls]).rstrip() + "\n"
    print(text)
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(head() + text, encoding="utf-8")
    return int(not perfect)


def require_programs():
    """Raise StepFailed that says what is missing."""
    missing = [name for name, found in {"node": "node", "npx": "npx"}.items() if not shutil.which(found)]
    missing += [] if chromium() else ["chromium"]
    if missing:
        raise StepFailed(
            f"Missing: {', '.join(missing)}. On Debian and Ubuntu: sudo apt-get install nodejs npm chromium"
        )


def run_lighthouse(address):
    """Give the report (dict) about one address. Raises StepFailed with what Lighthouse said when it fails."""
    with tempfile.TemporaryDirectory(prefix="healthsite-lighthouse-") as folder:
        output = Path(folder, "report.json")
        command = [*program(), address, "--quiet", "--output=json", f"--output-path={output}"]
        command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
        environment = {**os.environ, "CHROME_PATH": chromium()}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if not output.exists():
            raise StepFailed(f"Lighthouse could not measure {address}:\n{done.stderr[-2000:]}")
        return json.loads(output.read_text(encoding="utf-8"))


def program():
    """Give the words (list of str) that start Lighthouse: what LIGHTHOUSE names, else npx gets it."""
    named = os.environ.get("LIGHTHOUSE")
    return [named] if named else ["npx", "--yes", f"lighthouse@{VERSION}"]


def scores_of(report):
    """Give the scores (list of int, 0 to 100) of a report (dict), in the order of CATEGORIES."""
    return [round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES]


def row(place, language, scores, report):
    """Give one line (str) of the table."""
    audits = report["audits"]
    paint = audits["largest-contentful-paint"].get("numericValue", 0) / 1000
    shift = audits["cumulative-layout-shift"].get("numericValue", 0)
    return f"| {place}, {language} | {' | '.join(map(str, scores))} | {paint:.2f} s | {shift:.3f} |"


def shortfalls(report):
    """Give what costs points (list of str): each audit with weight that is not at its best."""
    return [
        f"{CATEGORIES[name]}: {audit['title']} ({audit.get('displayValue') or audit['score']})"
        for name in CATEGORIES
        for part in report["categories"][name]["auditRefs"]
        if part["weight"] and (audit := report["audits"][part["id"]])["score"] not in (None, 1)
    ]


def head():
    """Give the first lines (str) of the page of the documents."""
    versions = {name: said(name, "--version") for name in ("node", chromium())}
    return HEAD.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        version=VERSION,
        browser=versions[chromium()],
        node=versions["node"].removeprefix("v"),
    )


def said(*command):
    """Give what `command` (strings) prints (str)."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main(measure)
