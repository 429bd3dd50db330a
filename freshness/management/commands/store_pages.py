"""`manage.py store_pages`: have published pages ready before they are asked for."""

import time

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from freshness.stored.ahead import store


class Command(BaseCommand):
    help = "Render and store the published pages that are not stored, the latest first."

    def add_arguments(self, parser):
        """How long it may take."""
        parser.add_argument("--seconds", type=int, default=600, help=_("stop after so many seconds"))

    def handle(self, *args, seconds, **options):
        """Print how many pages were rendered (int)."""
        end, rendered = time.monotonic() + seconds, 0
        pages = Page.objects.live().public().filter(depth__gt=1).select_related("locale")
        for page in pages.order_by("-last_published_at", "pk").iterator(chunk_size=500):
            if time.monotonic() > end:
                break
            rendered += store(page)
        self.stdout.write(_("Pages rendered: {number}").format(number=rendered))
