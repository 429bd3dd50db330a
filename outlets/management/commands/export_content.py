"""`manage.py export_content FOLDER`: all content as JSON Lines, with its files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from outlets.transfer import TransferError, write_content


class Command(BaseCommand):
    """Write every page in all languages with what belongs to it; says one line for each kind.

    Fails when the folder is in use or cannot be written.
    """

    help = "Write all content of this site into a new folder, as JSON Lines and files."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="a new folder")
        parser.add_argument(
            "--comments",
            action="store_true",
            help="also readers' comments, with their names and e-mail addresses",
        )

    def handle(self, *args, folder, comments, **options):
        try:
            counts = write_content(folder, self.stdout.write, with_comments=comments)
        except TransferError as error:
            raise CommandError(str(error)) from error
        total = sum(counts.values())
        self.stdout.write(_("%(number)s records are in %(folder)s.") % {"number": total, "folder": folder})
