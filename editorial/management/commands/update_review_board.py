"""Put on the review board what the calendar alone brings."""

from django.core.management.base import BaseCommand

from editorial.nightly import update_board


class Command(BaseCommand):
    """`manage.py update_review_board`: clocks, ended verifications, ended exceptions. Run it every night."""

    help = "Bring the review board into step with the calendar."

    def handle(self, **options):
        count = update_board(progress=self.stderr.write)
        self.stdout.write(f"Looked at {count} live pages.")
