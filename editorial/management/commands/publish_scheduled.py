"""Wagtail's `publish_scheduled`, which one refused page does not stop."""

import logging

from django.utils import timezone
from wagtail.management.commands import publish_scheduled
from wagtail.models import Revision

from editorial.board import open_entry
from editorial.gate import GateRefused
from editorial.models import BoardReason

logger = logging.getLogger(__name__)


class Command(publish_scheduled.Command):
    """`manage.py publish_scheduled`: publish what is due, expire what is over, board what is refused.

    A page that the gate refuses keeps its draft; its schedule is cleared, so that an editor decides anew.
    """

    def handle(self, **options):
        if not options["dryrun"]:
            self._publish_due()
        super().handle(**options)

    def _publish_due(self):
        due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
        for revision in due.iterator():
            try:
                revision.publish(log_action="wagtail.publish.scheduled")
            except GateRefused as refused:
                self._refuse(revision, refused)

    def _refuse(self, revision, refused):
        reasons = " ".join(str(problem.message) for problem in refused.problems)
        logger.warning("Scheduled publishing of page %s was refused: %s", refused.page.pk, reasons)
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        open_entry(page=refused.page, reason=BoardReason.PUBLISH_REFUSED, detail=reasons)
        self.stderr.write(f"Refused: {refused.page.title} ({refused.page.pk}): {reasons}")
