"""`manage.py load_icd10cm FILE`: the table that editors look codes up in."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from conditions.icd10cm.loading import LoadError, load_table


class Command(BaseCommand):
    """Replace the table of ICD-10-CM by the codes of an official file. Fails for any other."""

    help = "Load the table of ICD-10-CM from an official file (.txt or .csv, plain or .gz)."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", type=Path, help="icd10cm-codes-YEAR.txt, icd10cm-order-YEAR.txt or a CSV file"
        )

    def handle(self, *args, file, **options):
        try:
            number = load_table(file)
        except LoadError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("Codes of ICD-10-CM loaded: %(number)s") % {"number": number})
