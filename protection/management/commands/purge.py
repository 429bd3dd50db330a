"""Forget by age whatever nobody needs any more."""

from datetime import timedelta

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from protection.models import TryCount

KEPT = timedelta(days=1)
# Commands of other apps that tidy up every hour; one that is not installed is left out.
OTHERS = ("clearsessions", "purge_comment_data", "put_back_tasks")


class Command(BaseCommand):
    """Counts of failed sign-ins after a day, sessions that are over, and what readers' comments leave.

    Prints what was done. Run it hourly; running it twice does no harm.
    """

    help = "Forget failed sign-ins after a day, sessions that are over, and old data of reader comments."

    def handle(self, **options):
        old = TryCount.objects.filter(began__lt=timezone.now() - KEPT)
        self.stdout.write(_("{count} counts of failed sign-ins forgotten").format(count=old.delete()[0]))
        for name in OTHERS:
            if name in get_commands():
                call_command(name, stdout=self.stdout)
