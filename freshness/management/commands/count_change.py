"""`manage.py count_change`: after something was changed past this site, for one by hand in the database."""

from django.core.management.base import BaseCommand

from freshness.stored.rows import forget_touches


class Command(BaseCommand):
    help = "Renew every kept page, on every server of the site, within a second."

    def handle(self, *args, **options):
        """Count one change of everything; what was counted of single pages is needed no more."""
        forget_touches()
