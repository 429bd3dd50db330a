"""Mail owners what waits for a review."""

from django.core.management.base import BaseCommand

from editorial.digests import send_digests


class Command(BaseCommand):
    """`manage.py send_review_digests`: one mail a day and person, however often it runs."""

    help = "Mail each owner the pages that wait for a review; never twice a day."

    def handle(self, **options):
        self.stdout.write(f"{send_digests()} digests sent.")
