"""The WSGI application in front of Django's.

A copy is good as long as the count of changes is the one it was rendered at, and for `seconds` at most,
because some things change by the clock. Then one request renders it anew. The others get the old copy: when
only the clock ran out, until the new one is there; when something changed, for a moment, then they wait.
While the database or the page fails, the last good copy serves for `stale_seconds`.
"""

import time
from functools import cache

from django.conf import settings
from django.core.signals import setting_changed
from django.dispatch import receiver

from freshness.reading import SECONDS, STRICT_SECONDS, reader

from .asking import for_everybody, key_of
from .copies import LEFT_OUT, Copy, depends_on, is_known, may_be_kept
from .flights import Flights
from .store import Store

MEGABYTE = 1024 * 1024
# With SECONDS this is the longest that somebody may get an old copy after a change.
GRACE_SECONDS = 0.4
PATIENCE_SECONDS = 10
FRONT = "HTTP_X_FRONT_CACHE"


def wrap(application):
    """Give `application` (WSGI) with the cache before it, or as it is where the settings switch it off."""
    size = settings.BYTE_CACHE_MB * MEGABYTE
    return ByteCache(application, size=size) if size and settings.COUNT_CHANGES else application


@cache
def _seconds():
    """Give how long a copy is good: Django's settings take as long as all else that is asked of it."""
    return settings.BYTE_CACHE_SECONDS


@receiver(setting_changed)
def _forget(**_signal):
    """Tests change it."""
    _seconds.cache_clear()


class ByteCache:
    """Answer from memory where that is right, else ask the `application`."""

    def __init__(self, application, *, size, changes=reader):
        """`size`: bytes (int) that copies may take; `changes`: the Reader to ask."""
        self.application, self.changes = application, changes
        self.store, self.flights = Store(size), Flights()

    def __call__(self, call, start_response):
        key = key_of(call)
        copy = None if key is None else self.store.get(key)
        if copy is not None and self._is_good(copy, self._number(call)):
            return _send(copy, call, start_response)
        if key is None or self.store.is_passed(key):
            return self.application(call, start_response)
        answer = self._renewed(key, copy, call)
        if isinstance(answer, Copy):
            return _send(answer, call, start_response, came="HIT" if answer is copy else "MISS")
        return self._pass_on(answer, call, start_response)

    def _number(self, call):
        return self.changes.current(STRICT_SECONDS if FRONT in call else SECONDS)

    def _is_good(self, copy, number):
        now = time.monotonic()
        good = copy.number == number >= 0 and now - copy.made < _seconds()
        if good and self.changes.fails_since is None:
            copy.good_at = now
        return good

    def _renewed(self, key, old, call):
        """Give a Copy; or the answer (Answer) that may not be kept; or None when waiting took too long."""
        landed = self.flights.join(key)
        if landed is None:
            try:
                return self._render(key, call)
            finally:
                self.flights.land(key)
        if old is not None and self._may_stand_in(old, call):
            return old
        landed.wait(PATIENCE_SECONDS)
        return self.store.get(key)

    def _may_stand_in(self, old, call):
        """Whether an `old` Copy may be sent while another request renders the new one (bool)."""
        if old.number == self.changes.number or self.changes.fails_since is not None:
            return self._is_recent(old)
        just_changed = time.monotonic() - self.changes.changed < GRACE_SECONDS
        return just_changed and old.number == self.changes.before and FRONT not in call

    def _is_recent(self, old):
        return time.monotonic() - old.good_at < settings.BYTE_CACHE_STALE_SECONDS

    def _render(self, key, call):
        number, old = self._number(call), self.store.get(key)
        if old is not None and self._is_good(old, number):
            return old  # rendered by the one before, just now
        answer = Answer.of(self.application, for_everybody(call, key))
        if answer.status >= 500:
            return old if old is not None and self._is_recent(old) else answer
        if number < 0 or self.changes.fails_since or not may_be_kept(answer.status, answer.headers):
            self.store.drop(key)
            return answer
        copy = Copy(answer.headers, answer.body, number)
        self.store.put(key, copy)
        return copy

    def _pass_on(self, answer, call, start_response):
        """Send what may not be kept; ask again where it may depend on what was left out of the question."""
        asked_too_little = any(call.get(name) for name in ("HTTP_COOKIE", "QUERY_STRING", "HTTP_RANGE"))
        if answer is None or asked_too_little or call["REQUEST_METHOD"] == "HEAD":
            return self.application(call, start_response)
        if not depends_on(answer.headers) <= LEFT_OUT:
            return self.application(call, start_response)
        start_response(answer.line, answer.headers)
        return [answer.body]


class Answer:
    """What the application said: `line` ("200 OK"), `status` (int), `headers` (pairs), `body` (bytes)."""

    @classmethod
    def of(cls, application, call):
        """Ask `application` (WSGI) and read its answer to the end."""
        answer = cls()
        parts = application(call, answer._start)
        try:
            answer.body = b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()
        return answer

    def _start(self, line, headers, _exc_info=None):
        self.line, self.headers, self.status = line, list(headers), int(line[:3])


def _send(copy, call, start_response, came="HIT"):
    accepted = call.get("HTTP_ACCEPT_ENCODING")
    headers, body, etag = copy.in_coding(accepted) if accepted else copy.plain
    if came != "HIT":
        headers = [(name, came if name == "X-Cache" else value) for name, value in headers]
    if FRONT in call:
        # nginx may send it until this second of the clock is over, then it asks again.
        headers = [*headers, ("X-Accel-Expires", f"@{int(time.time())}")]
    known = call.get("HTTP_IF_NONE_MATCH")
    if known and is_known(known, etag):
        start_response("304 Not Modified", [pair for pair in headers if pair[0] != "Content-Length"])
        return [b""]
    start_response("200 OK", headers)
    return [b"" if call["REQUEST_METHOD"] == "HEAD" else body]
