"""`manage.py upgrade_database`: bring the database up to this version of the code, one at a time."""

import io

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from operations.locks import Busy, only_one

# Commands of other apps that complete an upgrade; one that is not installed is left out.
STEPS = ("migrate", "setup_roles", "count_change")


class Command(BaseCommand):
    """Migrate, complete the groups of staff, let every kept page be drawn anew.

    Safe to run on several hosts at once: the others wait, and then find nothing to do.
    """

    help = "Migrate under a lock, complete the groups of staff, renew the kept pages."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--wait", type=float, default=600, help="seconds to wait for another upgrade (600)"
        )

    def handle(self, *, wait, verbosity, **options):
        """Run the steps. Raises CommandError when another upgrade does not end in time."""
        try:
            with only_one("upgrade", wait_seconds=wait, waiting=self._say_that_we_wait):
                for name in STEPS:
                    self._run(name, verbosity)
        except Busy as busy:
            message = _("Another upgrade of this database still runs. Nothing was done.")
            raise CommandError(message) from busy
        if verbosity:
            self.stdout.write(_("The database is up to date."))

    def _run(self, name, verbosity):
        if name not in get_commands():
            return
        options = {"interactive": False} if name == "migrate" else {}
        stdout = self.stdout if verbosity else io.StringIO()
        call_command(name, stdout=stdout, stderr=self.stderr, verbosity=verbosity, **options)

    def _say_that_we_wait(self):
        self.stdout.write(_("Another upgrade is at work: waiting for it to end …"))
        self.stdout.flush()
