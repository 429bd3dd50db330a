"""`manage.py import_content FOLDER`: what export_content wrote, into an empty site."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from outlets.transfer import TransferError, load_content


class Command(BaseCommand):
    """Load an export whole or not at all; says what arrived, and which pages the gate kept as drafts.

    Fails when the site is not empty, a line or a file is damaged, or the counts differ.
    """

    help = "Load a folder that export_content wrote into an empty site."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="the folder with content.jsonl")

    def handle(self, *args, folder, **options):
        try:
            outcome = load_content(folder, self.stdout.write)
        except TransferError as error:
            raise CommandError(_("Nothing was loaded. %(reason)s") % {"reason": error}) from error
        total, kept = sum(outcome.counts.values()), len(outcome.refused)
        self.stdout.write(
            _("%(number)s records were loaded. Pages that were public and now are drafts: %(kept)s.")
            % {"number": total, "kept": kept}
        )
