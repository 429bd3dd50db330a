"""`manage.py make_share_pictures`: draw the pictures beside shared addresses that are missing or old."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from pages.share.fonts import has_all_letters
from pages.share.making import make_share_picture, pages_to_draw


class Command(BaseCommand):
    """Draw for every published page without a picture of its own; says how many are new."""

    help = "Draw the missing pictures beside shared addresses."

    def handle(self, *args, **options):
        if not has_all_letters():
            self.stdout.write(_("No Chinese letters here: install fonts-noto-cjk."))
        drawn = sum(make_share_picture(page) for page in pages_to_draw().specific().iterator(100))
        self.stdout.write(_("Pictures drawn: %(number)s") % {"number": drawn})
