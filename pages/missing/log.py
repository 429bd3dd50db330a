"""What is counted, and what is not: probes of bots, what may name a person, what has its own answer."""

import re

from django.db.models import F
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from pages.models import MissingAddress
from pages.models.missing import LONGEST

MOST_ROWS = 2000
# What programs ask every site for. An address of a page here ends with a slash or, on old sites, with .html.
PROBE = re.compile(
    r"\.(?!html?$)[a-z0-9]{1,5}(?:/|$)|/\.|//|(?:^|/)(?:wp-|wordpress|xmlrpc|cgi-bin|phpmyadmin|vendor/|autodiscover)",
    re.IGNORECASE,
)
OWN = re.compile(
    r"^/(?:[a-z]{2}(?:-[a-z]+)?/)?(?:admin|django-admin|api|comments|media|static|documents|trust)(?:/|$)"
)
# An e-mail address, a long number, or a word that no person would write: a key out of a link in a mail.
PERSONAL = re.compile(
    r"@|\d{5}|(?<![A-Za-z0-9_])(?:(?=[A-Za-z_]*+\d)[A-Za-z0-9_]{20}|[A-Za-z_]{20,}+[^/]{0,40}\d)"
)


def may_be_counted(path):
    """Whether a reader may have followed `path` (str, decoded) and it says nothing of them (bool)."""
    return (
        len(path) <= LONGEST
        and path.isprintable()
        and not any(pattern.search(path) for pattern in (PROBE, OWN, PERSONAL))
    )


def note_missing(path):
    """Count one request for `path` (str) that was answered with 404."""
    path, today = Redirect.normalise_path(path), timezone.localdate()
    if not may_be_counted(path):
        return
    counted = MissingAddress.objects.filter(path=path).update(times=F("times") + 1, last_seen=today)
    if counted:
        return
    _make_room()
    row = MissingAddress(path=path, first_seen=today, last_seen=today)
    MissingAddress.objects.bulk_create([row], ignore_conflicts=True)


def _make_room():
    """Keep the table small: what was asked for least, and longest ago, goes first."""
    count = MissingAddress.objects.count()
    if count >= MOST_ROWS:
        least = MissingAddress.objects.order_by("is_ignored", "times", "last_seen", "pk")
        surplus = list(least.values_list("pk", flat=True)[: count - MOST_ROWS + 1])
        MissingAddress.objects.filter(pk__in=surplus).delete()


def shown():
    """Give the addresses (QuerySet) that nobody has redirected or ignored, the most wanted first."""
    return MissingAddress.objects.filter(is_ignored=False)
