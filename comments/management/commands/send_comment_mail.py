"""Send what waits in the outbox, and the digest for moderators."""

from django.core.management.base import BaseCommand
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.desk import lane_counts, oldest_of
from comments.models import CommentSettings
from comments.services import deliver_waiting, queue_mail
from comments.services.notices import absolute


def queue_digest():
    """Queue one digest for each site that has addresses and comments waiting; give their number (int)."""
    counts = [lane for lane in lane_counts() if lane.count and lane.key != "spam"]
    sites = [settings for settings in CommentSettings.objects.all() if settings.notice_addresses]
    if not counts:
        return 0
    link = absolute(reverse("reader_comments:desk"))
    context = {"counts": counts, "oldest": oldest_of(counts), "link": link}
    for settings in sites:
        body = render_to_string("comments/mail/digest.txt", context)
        queue_mail(to=settings.notice_addresses, subject=_("Reader comments that wait"), body=body)
    return len(sites)


class Command(BaseCommand):
    """Send stored mail again that the mail server did not take; with --digest, also the digest.

    Safeguarding and reports are mailed at once when they happen. Exit code 0 even when mail still waits.
    """

    help = "Send comment mail that still waits; with --digest also the moderators' digest."

    def add_arguments(self, parser):
        parser.add_argument("--digest", action="store_true", help="first queue the digest for moderators")

    def handle(self, *, digest, **options):
        if digest:
            self.stdout.write(f"digests: {queue_digest()}")
        sent, failed = deliver_waiting()
        self.stdout.write(f"sent: {sent}, still waiting: {failed}")
