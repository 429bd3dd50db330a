"""`manage.py backup`: database and pictures into a new folder."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from operations.backups import BackupError, make_backup


class Command(BaseCommand):
    """The site goes on meanwhile; the backup shows it as it was at one moment."""

    help = "Back up database and pictures into a new folder with a manifest of hashes."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, help="where backups are kept; VAR_DIR/backups")
        parser.add_argument("--keep", type=int, help="how many finished backups to leave there")

    def handle(self, *args, folder=None, keep=None, **options):
        """Print the folder of the backup that was made."""
        try:
            made = make_backup(folder=folder, keep=keep)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("Backed up to {folder}").format(folder=made.folder))
