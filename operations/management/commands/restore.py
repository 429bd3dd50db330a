"""`manage.py restore`: bring a backup back."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from operations.backups import BackupError, restore_backup
from operations.backups.folders import open_backup


class Command(BaseCommand):
    """Stop the site first. Run `migrate` afterwards when the backup is of an older version."""

    help = "Put a backup in the place of the database and the pictures."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="the folder that `backup` printed")
        parser.add_argument("--replace", action="store_true", help="lose what the site holds now")

    def handle(self, *args, folder, replace, **options):
        """Print that the backup is back, and where the former pictures are."""
        try:
            former = restore_backup(open_backup(folder), replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("The backup of {folder} is back. Run: manage.py migrate").format(folder=folder))
        if former:
            self.stdout.write(_("The pictures that were here are in {folder}.").format(folder=former))
