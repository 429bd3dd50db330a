"""`manage.py verify_backup`: whether a backup is whole."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from operations.backups import BackupError, verify_backup
from operations.backups.folders import open_backup


class Command(BaseCommand):
    """Exit code 1 when a file is missing or changed, or the database in it is broken."""

    help = "Check every hash of a backup, and that its database can be read."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="the folder that `backup` printed")

    def handle(self, *args, folder, **options):
        """Print what is wrong, or that nothing is."""
        try:
            backup = open_backup(folder)
        except BackupError as error:
            raise CommandError(str(error)) from error
        problems = verify_backup(backup)
        if problems:
            raise CommandError("\n".join(problems))
        count = len(backup.manifest["files"])
        self.stdout.write(_("{count} files are as they were backed up.").format(count=count))
