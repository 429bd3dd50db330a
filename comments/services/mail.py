"""Sending mail without losing it: stored first, sent after commit, kept until the server took it."""

import logging
from functools import partial
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction

from comments.models import OutgoingMail

logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 20


def queue_mail(*, to, subject, body):
    """Store a message to `to` (list of str) and send it once the transaction is through."""
    one_line = " ".join(str(subject).split())[:255]
    mail = OutgoingMail.objects.create(to="\n".join(to), subject=one_line, body=str(body))
    transaction.on_commit(partial(deliver, mail))


def deliver(mail):
    """Send one stored message and delete it; give whether the server took it (bool)."""
    mail.attempts += 1
    message = EmailMessage(mail.subject, mail.body, to=[], bcc=mail.to.split("\n"))
    try:
        message.send()
    except (SMTPException, OSError):
        logger.warning("Comment mail %s was not sent (attempt %s)", mail.pk, mail.attempts, exc_info=True)
        mail.save(update_fields=["attempts"])
        return False
    mail.delete()
    return True


def deliver_waiting(limit=500):
    """Try again what is still stored, oldest first; give (sent, failed) as two numbers."""
    waiting = OutgoingMail.objects.filter(attempts__lt=MAX_ATTEMPTS).order_by("pk")[:limit]
    results = [deliver(mail) for mail in waiting]
    return sum(results), len(results) - sum(results)
