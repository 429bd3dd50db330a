"""Forgetting by age. Each figure is in docs/moderating.md."""

from datetime import timedelta

from django.utils import timezone

from comments.models import (
    AddressSalt,
    HelpfulVote,
    Lane,
    MailAddress,
    ModerationLogEntry,
    OutgoingMail,
    RateCount,
    ReaderComment,
    Status,
)

from .rights import erase

NETWORK = timedelta(hours=48)
EMAIL = timedelta(days=180)
WAITING = timedelta(days=90)
REJECTED = timedelta(days=30)
VOTES = timedelta(days=30)
LOG_TEXTS = timedelta(days=180)
BATCH = 500


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
    for model, field in ((HelpfulVote, "created_at"), (ReaderComment, "created_at")):
        old = model.objects.filter(**{f"{field}__lt": now - NETWORK}).exclude(network_key="")
        yield old.update(network_key="")


def _forget_log_texts(now):
    old = ModerationLogEntry.objects.filter(created_at__lt=now - LOG_TEXTS)
    rows = list(old.filter(before__has_key="body")[:BATCH])
    for entry in rows:
        entry.before.pop("body", None)
        entry.after.pop("body", None)
        entry.save(update_fields=["before", "after"])
    return len(rows)


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
        "rejected comments": _erase_older([Status.REJECTED, Status.SPAM], REJECTED),
        "comments nobody decided": _erase_older([Status.PENDING], WAITING),
        "votes' keys": HelpfulVote.objects.filter(created_at__lt=now - VOTES).delete()[0],
        "texts in the log": _forget_log_texts(now),
        "counters": RateCount.objects.filter(window__lt=(now - NETWORK).timestamp()).delete()[0],
        "unsent mail": OutgoingMail.objects.filter(created_at__lt=now - REJECTED).delete()[0],
    }
