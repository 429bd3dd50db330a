"""How many reports one network may send, without keeping any address.

The count stands in the shared cache, or where that is not or is gone in the process's own, under a keyed hash
that changes every day, and goes after an hour.
"""

import ipaddress

from django.conf import settings
from django.core.cache import caches
from django.utils import timezone
from django.utils.crypto import salted_hmac

REPORTS_AN_HOUR = 10
HOUR = 3600


def too_many(request):
    """Count one report from the visitor's network; give whether (bool) that is more than an hour allows."""
    network = network_of(_address(request))
    if not network:
        return False
    key = f"safety-{salted_hmac('editorial.safety', f'{timezone.localdate()} {network}').hexdigest()}"
    places = [name for name in ("shared", "default") if name in settings.CACHES]
    counts = (_one_more(caches[name], key) for name in places)
    return next((count for count in counts if count is not None), 0) > REPORTS_AN_HOUR


def _one_more(cache, key):
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key)
    except ValueError:  # the entry went between the two calls
        return None


def network_of(address):
    """Give the network (str) of an address: /24 for IPv4, /64 for IPv6, "" when it cannot be read."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    prefix = 24 if parsed.version == 4 else 64
    return str(ipaddress.ip_network(f"{parsed}/{prefix}", strict=False))


def _address(request):
    """X-Forwarded-For is believed as far as our own proxies wrote it, as for comments."""
    hops = getattr(settings, "COMMENTS_TRUSTED_PROXIES", 0)
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if hops and len(forwarded) >= hops and forwarded[-hops].strip():
        return forwarded[-hops].strip()
    return request.META.get("REMOTE_ADDR", "")
