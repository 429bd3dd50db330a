"""How fast the moderation desk and a page of comments stay: 2,500 comments beside a million.

    .venv/bin/python -m bench.comments_speed --comments 1000000

Works in scratch databases of its own: a file for SQLite and, where its programs are installed, a private
PostgreSQL. Prints queries and times side by side; ends with 1 when a screen takes 20 queries or more, or
another number of them at the larger size.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from scripts import private_postgres

# The smallest number with which every lane fills a page of the desk.
BASE = 2500


def databases(folder, stack):
    """Give (name, DATABASE_URL) of each scratch database; `stack` (ExitStack) stops PostgreSQL."""
    yield "SQLite", f"sqlite:///{folder / 'speed.sqlite3'}"
    if private_postgres.programs():
        (folder / "postgres").mkdir()
        server = stack.enter_context(private_postgres.private_postgres(folder / "postgres"))
        server.create("speed")
        yield "PostgreSQL", server.url("speed")


def measure_each(comments):
    """Measure each database in a process of its own; give the worst exit code (int)."""
    codes = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="comments-speed-")))
        folder.chmod(0o755)
        for name, url in databases(folder, stack):
            print(f"\n{name}", flush=True)
            settings = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "healthsite.settings.test"}
            command = [sys.executable, "-m", "bench.comments_speed", "--here", "--comments", str(comments)]
            codes.append(subprocess.run(command, env=os.environ | settings, check=False).returncode)  # noqa: S603
    return max(codes)


def measure_here(comments):
    """Migrate, fill and measure the database of DATABASE_URL; give the exit code (int)."""
    import django  # the settings must stand first

    django.setup()
    from bench import comments_rows, comments_screens

    comments_rows.prepare(BASE)
    small = comments_screens.measure_all()
    comments_rows.multiply(BASE, comments // BASE)
    return comments_screens.compare(BASE, small, comments, comments_screens.measure_all())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--comments", type=int, default=1_000_000)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    sys.exit((measure_here if options.here else measure_each)(options.comments))
