"""One mail a day to each owner of pages that wait for a review."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from editorial.models import BoardEntry, DigestSent, User

AHEAD = 30
SHOWN = 50


def send_digests():
    """Mail each active owner what is due within 30 days; give how many mails went out (int).

    A person gets one digest a day, however often this runs. A mail that fails is tried again next time.
    """
    return sum(_send_once(user) for user in _owners())


def _owners():
    due = BoardEntry.objects.open().due_within(AHEAD)
    return User.objects.filter(pk__in=due.values("page__owner"), is_active=True).exclude(email="")


def _send_once(user):
    try:
        with transaction.atomic():
            DigestSent.objects.create(user=user, day=timezone.localdate())
            _send(user)
    except IntegrityError:
        return 0
    return 1


def _send(user):
    entries = BoardEntry.objects.open().due_within(AHEAD).filter(page__owner=user).select_related("page")
    with translation.override(_language_of(user)):
        count = entries.count()
        subject = ngettext(
            "%(count)s page of yours waits for a review", "%(count)s pages of yours wait for a review", count
        ) % {"count": count}
        context = {
            "user": user,
            "entries": entries[:SHOWN],
            "more": max(0, count - SHOWN),
            "base_url": settings.WAGTAILADMIN_BASE_URL,
            "url": settings.WAGTAILADMIN_BASE_URL + reverse("review_board"),
        }
        body = render_to_string("editorial/mail/digest.txt", context)
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email])


def _language_of(user):
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
