"""One kept answer: its bytes, its headers, ready to be sent."""

import gzip
import hashlib
import time

KEEPABLE_TYPES = (
    "text/",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/ld+json",
)
NOT_PUBLIC = ("private", "no-store", "no-cache")
# Set anew for each kind of answer, or true of one answer only.
OWN_HEADERS = {"content-length", "content-encoding", "etag", "vary", "cache-control", "connection", "date"}
# Cookies are not sent along, and the language stands in the address.
LEFT_OUT = {"accept-language", "accept-encoding", "cookie"}
SMALLEST_GZIP = 500
FOR_BROWSERS = "public, max-age=0, must-revalidate"
# What an entry costs besides its bytes: headers, key, the objects around them.
OVERHEAD = 3000


def may_be_kept(status, headers):
    """Whether an answer with this `status` (int) and `headers` (list of pairs) is the same for everybody."""
    found = {}
    for name, value in headers:
        found[name.lower()] = f"{found.get(name.lower(), '')},{value}".strip(",")
    control = {part.strip().partition("=")[0] for part in found.get("cache-control", "").lower().split(",")}
    return (
        status == 200
        and "set-cookie" not in found
        and "content-encoding" not in found
        and not control & set(NOT_PUBLIC)
        and depends_on(headers) <= LEFT_OUT
        and found.get("content-type", "").startswith(KEEPABLE_TYPES)
    )


def depends_on(headers):
    """Give the names (set of str, lower case) in the Vary of `headers` (list of pairs)."""
    values = ",".join(value for name, value in headers if name.lower() == "vary")
    return {part.strip() for part in values.lower().split(",") if part.strip()}


class Copy:
    """An answer as it was rendered when the count of changes was `number`.

    `made`, `good_at`: seconds of time.monotonic() when it was made, and when it was last known to be good.
    """

    __slots__ = ("etag", "good_at", "made", "number", "packed", "plain", "size")

    def __init__(self, headers, body, number):
        """`headers`: list of pairs; `body`: bytes; `number`: the count before it was rendered."""
        mark = hashlib.blake2b(body, digest_size=12).hexdigest()
        shared = [pair for pair in headers if pair[0].lower() not in OWN_HEADERS]
        control = [value for name, value in headers if name.lower() == "cache-control"] or [FOR_BROWSERS]
        shared += [("Vary", "Accept-Encoding"), ("Cache-Control", ", ".join(control)), ("X-Cache", "HIT")]
        packed = gzip.compress(body, 6, mtime=0) if len(body) >= SMALLEST_GZIP else body
        self.plain = _answer(shared, body, f'"{mark}"')
        coded = [*shared, ("Content-Encoding", "gzip")]
        self.packed = _answer(coded, packed, f'"{mark}-gzip"') if packed is not body else self.plain
        self.etag, self.number = mark, number
        self.made = self.good_at = time.monotonic()
        self.size = len(body) + len(packed) + OVERHEAD

    def in_coding(self, accepted):
        """Give (headers, body, etag) for an Accept-Encoding header (str)."""
        return self.packed if "gzip" in accepted and _takes_gzip(accepted) else self.plain


def _answer(headers, body, etag):
    return [*headers, ("ETag", etag), ("Content-Length", str(len(body)))], body, etag


def _takes_gzip(accepted):
    for part in accepted.lower().split(","):
        coding, _semicolon, weight = part.partition(";")
        if coding.strip() in ("gzip", "x-gzip"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def is_known(header, etag):
    """Whether If-None-Match `header` (str) names this `etag` (str): the client has it already."""
    return header.strip() == "*" or etag in [part.strip().removeprefix("W/") for part in header.split(",")]
