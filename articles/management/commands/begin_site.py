"""manage.py begin_site: the first pages of an empty site."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.beginning import begin_site


class Command(BaseCommand):
    """Publish a home page and the lists of conditions, treatments, articles and people, in every language.

    `name`: what the site is called. Where there is a home page nothing is changed, so it may be run again.
    """

    help = "Make the first pages of an empty site, in every language: manage.py begin_site 'Our hospital'."

    def add_arguments(self, parser):
        parser.add_argument("name", help="What the site is called.")

    def handle(self, *args, **options):
        made = begin_site(options["name"])
        done, kept = _("The first pages are there."), _("The site has pages already: nothing was changed.")
        self.stdout.write(done if made else kept)
