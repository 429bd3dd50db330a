"""Forget by age what readers' comments no longer need."""

from django.core.management.base import BaseCommand

from comments.services import purge_comment_data


class Command(BaseCommand):
    """Blank network hashes, e-mail addresses and old rejected texts that have reached their age.

    Prints what was done. Run it daily; running it twice does no harm. The ages are in docs/moderating.md.
    """

    help = "Forget network hashes after 48 hours, e-mail addresses after 180 days, rejected texts after 30."

    def handle(self, **options):
        for what, count in purge_comment_data().items():
            self.stdout.write(f"{count:>8}  {what}")
