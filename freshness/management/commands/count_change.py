"""`manage.py count_change`: after something was changed past this site, for one by hand in the database."""

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from freshness.watching import count_change


class Command(BaseCommand):
    help = _("Renew every kept page, on every server of the site, within a second.")

    @transaction.atomic
    def handle(self, *args, **options):
        """Count one change."""
        count_change(connection)
