"""Write the records of the editorial process for an assessor."""

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from editorial.evidence_pack import Period, write_pack


def day(text):
    """Give the date in `text` (str); raise ArgumentTypeError when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is not a day. Write it like 2026-01-31.") from error


class Command(BaseCommand):
    """`manage.py write_evidence_pack FILE.zip [--since DAY] [--until DAY]`."""

    help = "Write reviews, sources, corrections, safety reports and more as CSV files in a zip."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="The zip to write; an existing one is replaced.")
        parser.add_argument("--since", type=day, help="The first day, like 2026-01-31.")
        parser.add_argument("--until", type=day, help="The last day, like 2026-12-31.")

    def handle(self, file, since, until, **options):
        if since and until and since > until:
            raise CommandError(f"--since {since} is after --until {until}.")
        if file.is_dir():
            raise CommandError(f"{file} is a folder. Name the zip to write in it.")
        try:
            counts = write_pack(file, Period(since, until), self._tell)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror or error}.") from error
        self.stdout.write(f"{file}: {len(counts)} files, {sum(counts.values())} rows.")

    def _tell(self, name, number):
        self.stdout.write(f"{name}: {number} rows")
