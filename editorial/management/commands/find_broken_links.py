"""`manage.py find_broken_links`: look through all texts for links that lead nowhere."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from editorial.broken_links import look_through
from editorial.models import BrokenLink


class Command(BaseCommand):
    """Write down the broken links of all public pages for the report, and say them. Asks no other site."""

    help = "Find links that lead nowhere, without asking any other site."

    def handle(self, *args, **options):
        number = look_through()
        for row in BrokenLink.objects.select_related("page"):
            self.stdout.write(f"{row.page.url_path}: {row.get_kind_display()}: {row.target} ({row.words})")
        self.stdout.write(_("Broken links: %(number)s") % {"number": number})
