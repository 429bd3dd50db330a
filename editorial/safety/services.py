"""Taking reports in, deciding on them, correcting: each one transaction, each in the page's history."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from editorial.board import close_entries, open_entry
from editorial.models import BoardReason, Correction, SafetyReport

from .mail import tell_deciders

# The same words about the same page within this time are a second press of the button.
SAME_REPORT = timedelta(hours=1)


class AlreadyDecidedError(Exception):
    """Somebody else decided on the report meanwhile. `report`: as it stands now."""

    message = _("Somebody decided on this report while you had it open. Your words are kept below.")

    def __init__(self, report):
        super().__init__(str(self.message))
        self.report = report


@transaction.atomic
def receive_report(*, page, text, part=None, email="", language=""):
    """Store a reader's report on `page`, put the page on the board, tell those who decide; give the report.

    `part`: the Part of the page it is about, None for all of it. A mail that fails is logged, not raised.
    """
    sent_before = SafetyReport.objects.filter(
        page_id=page.pk, text=text, created_at__gte=timezone.now() - SAME_REPORT
    ).first()
    if sent_before:
        return sent_before
    report = SafetyReport.objects.create(
        page_id=page.pk,
        place=part.title[:255] if part else "",
        anchor=part.anchor[:255] if part else "",
        text=text,
        email=email,
        language=language,
    )
    open_entry(page=page, reason=BoardReason.SAFETY_REPORT, key=report.pk, detail=report.place)
    log(instance=page, action="editorial.safety.reported", data={"report": report.pk})
    transaction.on_commit(lambda: tell_deciders(report.pk), robust=True)
    return report


@transaction.atomic
def decide(*, report, user, status, outcome, correction_text="", correction_reason=""):
    """Settle `report` as `status` (accepted or dismissed) for the reason `outcome`; give it.

    With `correction_text` a public correction dated today is written. Raises AlreadyDecidedError.
    """
    report = SafetyReport.objects.select_for_update().get(pk=report.pk)
    if report.status != SafetyReport.Status.NEW:
        raise AlreadyDecidedError(report)
    report.status, report.outcome = status, outcome
    report.handled_at, report.handled_by = timezone.now(), user
    if correction_text:
        report.correction = add_correction(
            page=report.page, user=user, text=correction_text, reason=correction_reason
        )
    report.save()
    close_entries(page=report.page, reasons=[BoardReason.SAFETY_REPORT], key=report.pk, user=user)
    log(
        instance=report.page,
        action="editorial.safety.decided",
        user=user,
        data={"report": report.pk, "status": status},
    )
    return report


@transaction.atomic
def add_correction(*, page, user, text, reason="", made_on=None):
    """Write a public correction of `page`, dated today unless told otherwise; give the Correction."""
    correction = Correction.objects.create(
        page_id=page.pk, text=text, reason=reason, made_on=made_on or timezone.localdate(), made_by=user
    )
    log(instance=page, action="editorial.correction.added", user=user, data={"correction": correction.pk})
    return correction


@transaction.atomic
def change_correction(*, correction, user):
    """Keep the changed words or date of a Correction; the history of its page says who changed them."""
    correction.save()
    log(
        instance=correction.page,
        action="editorial.correction.changed",
        user=user,
        data={"correction": correction.pk},
    )
