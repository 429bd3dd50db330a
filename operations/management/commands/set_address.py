"""`manage.py set_address https://www.example.org`: tell a new site what it is called."""

from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from wagtail.models import Site

UNNAMED = ("localhost", "")
PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    """Full addresses are built from it. A site that has a name already keeps it unless --again is given."""

    help = "Give the default site its public address, if it has none yet."

    def add_arguments(self, parser):
        parser.add_argument("address", help="such as https://www.example.org")
        parser.add_argument("--again", action="store_true", help="also when it has a public name already")

    def handle(self, *, address, again, **options):
        """Set it. Raises CommandError for what is no address, and where there is no site."""
        parts = urlsplit(address)
        site = Site.objects.filter(is_default_site=True).first()
        if parts.scheme not in PORTS or not parts.hostname:
            raise CommandError(
                _("{text} is no address such as https://www.example.org.").format(text=address)
            )
        if site is None:
            raise CommandError(_("There is no default site. Run: manage.py upgrade_database"))
        if again or site.hostname in UNNAMED:
            site.hostname, site.port = parts.hostname, parts.port or PORTS[parts.scheme]
            site.save()
        self.stdout.write(_("The site is called {address}").format(address=site.root_url))
