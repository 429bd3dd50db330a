"""Network addresses: read from the request, hashed at once, never stored."""

import hashlib
import hmac
import ipaddress

from .conf import setting


def client_address(request):
    """Give the visitor's address (str): the connection's, or the one our own proxies name.

    X-Forwarded-For is believed only as far as COMMENTS_TRUSTED_PROXIES entries from its right end.
    """
    hops = setting("COMMENTS_TRUSTED_PROXIES")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if hops and len(forwarded) >= hops and forwarded[-hops].strip():
        return forwarded[-hops].strip()
    return request.META.get("REMOTE_ADDR", "")


def network_of(address):
    """Give the network (str) an address belongs to: /24 for IPv4, /64 for IPv6, "" when unreadable."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    prefix = 24 if parsed.version == 4 else 64
    return str(ipaddress.ip_network(f"{parsed}/{prefix}", strict=False))


def keyed_hash(salt, text):
    """Give the HMAC-SHA256 (64 hexadecimal characters) of `text` under `salt`; "" for empty text."""
    return hmac.new(salt.encode(), text.encode(), hashlib.sha256).hexdigest() if text else ""
