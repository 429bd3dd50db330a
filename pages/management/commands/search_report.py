"""Measure the ranking of the search."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from pages.search.report import likeness, ranking
from pages.search.report.scratch import home_page, scratch_database


class Command(BaseCommand):
    """Print how well the search ranks, with test collections that lie beside the project.

    Works in a scratch database of the kind that DATABASE_URL names, never in the site's. Fails when a
    figure is below its bar.
    """

    help = "Measure the search in a scratch database, beside Wagtail's own search and SQL LIKE."

    def add_arguments(self, parser):
        """Say where the data is, what to measure, and how much of it."""
        parser.add_argument("--data", default=str(settings.BASE_DIR.parent / "shared" / "data"))
        parser.add_argument("--full", action="store_true", help="ask every question, not a sample of 400")
        parser.add_argument("--only-ours", action="store_true", help="leave the other engines out")
        parser.add_argument("--related", action="store_true", help="measure related articles instead")

    def handle(self, *args, **options):
        """Run the part that was asked for; raise CommandError without data or below a bar."""
        folder = Path(options["data"])
        if not (folder / "medquad").is_dir():
            raise CommandError(f"The test data is not in {folder}. Name its folder with --data.")
        with scratch_database(scratch_name()):
            self.stdout.write(f"Database: {connection.vendor}")
            run = ranking.Run(
                folder=folder,
                home=home_page(),
                write=self.stdout.write,
                full=options["full"],
                only_ours=options["only_ours"],
                missed=[],
            )
            self.measure(run, options)
        if run.missed:
            raise CommandError("Below the bar: " + "; ".join(run.missed))

    def measure(self, run, options):
        """Measure what the `options` (dict) of the command ask for."""
        if options["related"]:
            likeness.measure(run)
        else:
            ranking.measure(run)


def scratch_name():
    """Give the name (str) of the scratch database: a file for SQLite, a database for PostgreSQL."""
    name = f"search_report_{os.getpid()}"
    return name if connection.vendor == "postgresql" else str(Path(tempfile.gettempdir()) / f"{name}.sqlite3")
