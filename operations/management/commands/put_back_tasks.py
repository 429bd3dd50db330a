"""Let background tasks whose worker was killed be begun again."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from operations.unfinished import put_back_tasks


class Command(BaseCommand):
    """Put back tasks that have run for more than 15 minutes; prints how many. `purge` runs it hourly."""

    help = "Let background tasks whose worker was killed be begun again."

    def handle(self, **options):
        self.stdout.write(_("{count} unfinished tasks put back").format(count=put_back_tasks()))
