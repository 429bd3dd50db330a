"""How often one may try to sign in: by name and network, by network, by name, and for the second step.

Only keyed hashes are kept, with the key of the site, and `manage.py purge` forgets them after a day. A
network is a /24 or, for IPv6, a /64. The limit by name alone is high: it stops thousands of machines that
guess one password, and is no easy way to shut a colleague out.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from comments.network import client_address, network_of
from protection.models import TryCount


@dataclass(frozen=True)
class Limit:
    """So many failures (`tries`) in so many `minutes` (int), counted for one `kind` (str) of key."""

    kind: str
    tries: int
    minutes: int


NAME_AND_NETWORK = Limit("name and network", 5, 15)
NETWORK = Limit("network", 30, 15)
NAME = Limit("name", 100, 60)
SECOND_STEP = Limit("second step", 5, 15)
LIMITS = (NAME_AND_NETWORK, NETWORK, NAME, SECOND_STEP)


def keys(request, name):
    """Give the key (str) for each Limit of the first step (dict): `name` (str) as it was typed."""
    network = network_of(client_address(request)) if request else ""
    name = (name or "").casefold().strip()
    words = {NAME_AND_NETWORK: f"{name}\n{network}", NETWORK: network, NAME: name}
    return {limit: key_of(limit, text) for limit, text in words.items()}


def key_of(limit, text):
    """Give the key (str, 64 characters) under which failures are counted."""
    return salted_hmac(f"protection.{limit.kind}", text, algorithm="sha256").hexdigest()


def minutes_to_wait(counted):
    """Give the minutes (int) until one may try again, 0 when at once. `counted`: dict of keys by Limit."""
    rows = {row.key: row for row in TryCount.objects.filter(key__in=counted.values())}
    now = timezone.now()
    waits = [wait(limit, rows[key], now) for limit, key in counted.items() if key in rows]
    return max(waits, default=0)


def wait(limit, row, now):
    """Give the minutes (int) that one TryCount makes one wait."""
    left = row.began + timedelta(minutes=limit.minutes) - now
    if row.count < limit.tries or left <= timedelta():
        return 0
    return int(left.total_seconds() // 60) + 1


@transaction.atomic
def count_failure(counted):
    """Count one failure under each key of `counted` (dict of keys by Limit)."""
    now = timezone.now()
    for limit, key in counted.items():
        old = now - timedelta(minutes=limit.minutes)
        TryCount.objects.filter(key=key, began__lt=old).delete()
        TryCount.objects.get_or_create(key=key, defaults={"began": now})
        TryCount.objects.filter(key=key).update(count=F("count") + 1)


def forget(key):
    """Forget the failures under one key (str)."""
    TryCount.objects.filter(key=key).delete()


def refusal(minutes):
    """Say in words (str) how long to wait."""
    return ngettext(
        "Too many attempts to sign in. Wait {count} minute, then try again.",
        "Too many attempts to sign in. Wait {count} minutes, then try again.",
        minutes,
    ).format(count=minutes)
