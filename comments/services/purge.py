"""Forgetting by age. Each figure is in docs/moderating.md."""

from datetime import timedelta

from django.utils import timezone

from comments.models import (
    AddressSalt,
    CommentReport,
    HelpfulVote,
    Lane,
    MailAddress,
    ModerationLogEntry,
    OutgoingMail,
    RateCount,
    ReaderComment,
    Sanction,
    Status,
)

from .log import forget_words
from .rights import erase

NETWORK = timedelta(hours=48)
EMAIL = timedelta(days=180)
WAITING = timedelta(days=90)
REJECTED = timedelta(days=30)
VOTES = timedelta(days=30)
LOG_TEXTS = timedelta(days=180)
BATCH = 500
FORGOTTEN = "forgotten"


def _erase_older(statuses, age):
    old = ReaderComment.objects.filter(
        status__in=statuses, created_at__lt=timezone.now() - age, erased_at__isnull=True
    ).exclude(lane=Lane.SAFEGUARDING)
    total = 0
    while ids := list(old.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        total += erase(comments=ReaderComment.objects.filter(pk__in=ids))
    return total


def _forget_networks(now):
    AddressSalt.objects.filter(day__lt=(now - NETWORK).date()).delete()
    for model in (CommentReport, HelpfulVote, ReaderComment):
        old = model.objects.filter(created_at__lt=now - NETWORK).exclude(network_key="")
        yield old.update(network_key="")
    bans = Sanction.objects.filter(target=Sanction.Target.NETWORK, created_at__lt=now - NETWORK)
    yield bans.exclude(value=FORGOTTEN).update(value=FORGOTTEN)


def _forget_readers(now):
    """Forget which browser reported, once the report is settled, and all that is known of old addresses."""
    reports = CommentReport.objects.filter(settled_at__lt=now - VOTES).exclude(writer_key__startswith="-")
    for number in reports.values_list("pk", flat=True)[:BATCH]:
        yield reports.filter(pk=number).update(writer_key=f"-{number}", text="")


def _forget_addresses(now):
    """Delete addresses under which no comment is kept; one that wants no mail is known by its key alone."""
    known = ReaderComment.objects.exclude(email="").values("email_key")
    idle = MailAddress.objects.filter(unsubscribed_at=None).exclude(key__in=known)
    return idle.filter(asked_at__lt=now - REJECTED).delete()[0]


def _forget_log_texts(now):
    return forget_words(ModerationLogEntry.objects.filter(created_at__lt=now - LOG_TEXTS))


def purge_comment_data():
    """Forget what has reached its age; give what was done (dict of str to int)."""
    now = timezone.now()
    old_mail = ReaderComment.objects.filter(created_at__lt=now - EMAIL).exclude(email="")
    return {
        "network hashes": sum(_forget_networks(now)),
        "e-mail addresses": old_mail.update(email="", email_confirmed=False, notify_replies=False),
        "addresses never confirmed": MailAddress.objects.filter(
            confirmed_at=None, unsubscribed_at=None, asked_at__lt=now - REJECTED
        ).delete()[0],
        "addresses without comments": _forget_addresses(now),
        "rejected comments": _erase_older([Status.REJECTED, Status.SPAM], REJECTED),
        "comments nobody decided": _erase_older([Status.PENDING], WAITING),
        "votes' keys": HelpfulVote.objects.filter(created_at__lt=now - VOTES).delete()[0],
        "who reported": sum(_forget_readers(now)),
        "texts in the log": _forget_log_texts(now),
        "counters": RateCount.objects.filter(window__lt=(now - NETWORK).timestamp()).delete()[0],
        "unsent mail": OutgoingMail.objects.filter(created_at__lt=now - REJECTED).delete()[0],
    }
