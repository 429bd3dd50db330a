"""One kept answer: its bytes, its headers, ready to be sent."""

import gzip
import hashlib
import time

import brotli

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
SMALLEST_PACKED = 500
# The better one first. Both take a page about as long: a millisecond.
PACKERS = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
FOR_BROWSERS = "public, max-age=0, must-revalidate"
# About what packed bytes take of the plain ones.
PACKED_SHARE = 0.3
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

    __slots__ = ("coded", "etag", "good_at", "made", "number", "plain", "shared", "size")

    def __init__(self, headers, body, number):
        """`headers`: list of pairs; `body`: bytes; `number`: the count before it was rendered."""
        mark = hashlib.blake2b(body, digest_size=12).hexdigest()
        shared = [pair for pair in headers if pair[0].lower() not in OWN_HEADERS]
        control = [value for name, value in headers if name.lower() == "cache-control"] or [FOR_BROWSERS]
        shared += [("Vary", "Accept-Encoding"), ("Cache-Control", ", ".join(control)), ("X-Cache", "HIT")]
        self.plain, self.coded, self.shared = _answer(shared, body, f'"{mark}"'), {}, shared
        self.size = int(len(body) * (1 + len(PACKERS) * PACKED_SHARE)) + OVERHEAD
        self.etag, self.number = mark, number
        self.made = self.good_at = time.monotonic()

    def in_coding(self, accepted):
        """Give (headers, body, etag) for an Accept-Encoding header (str)."""
        _headers, body, etag = self.plain
        for coding, pack in PACKERS.items() if len(body) >= SMALLEST_PACKED else ():
            if coding in accepted and _takes(accepted, coding):
                if coding not in self.coded:  # packed for the first who takes it
                    coded = [*self.shared, ("Content-Encoding", coding)]
                    self.coded[coding] = _answer(coded, pack(body), f'{etag[:-1]}-{coding}"')
                return self.coded[coding]
        return self.plain


def _answer(headers, body, etag):
    return [*headers, ("ETag", etag), ("Content-Length", str(len(body)))], body, etag


def _takes(accepted, coding):
    for part in accepted.lower().split(","):
        name, _semicolon, weight = part.partition(";")
        if name.strip() in (coding, f"x-{coding}"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def is_known(header, etag):
    """Whether If-None-Match `header` (str) names this `etag` (str): the client has it already."""
    return header.strip() == "*" or etag in [part.strip().removeprefix("W/") for part in header.split(",")]
