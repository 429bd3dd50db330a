"""The count of changes as a process knows it: read from the database a few times a second at most."""

import logging
import threading
import time

from django.conf import settings
from django.db import DatabaseError, connection

from .table import TABLE

logger = logging.getLogger(__name__)

SECONDS = 0.25
# Another cache in front asks once a second for each page: there a moment is not to be lost.
STRICT_SECONDS = 0.02
NEVER = float("-inf")


class Reader:
    """What one process knows: `number` (int), `before` it, when it `changed`, since when reading `fails`.

    `words` (int) is the part of the number that renews every page; `kinds` ({kind: int}) are all parts.

    Times are seconds (float) of time.monotonic().
    """

    def __init__(self, *, in_transactions=False):
        """`in_transactions`: read inside a transaction too, whose own changes nobody else sees yet."""
        self.in_transactions = in_transactions
        self.number = self.words = self.before = -1
        self.kinds = {}
        self.changed = self.read_at = NEVER
        self.fails_since = None
        self._reading = threading.Lock()

    def current(self, seconds=SECONDS):
        """Give the count (int), not older than `seconds` while the database answers."""
        if time.monotonic() - self.read_at >= seconds and settings.COUNT_CHANGES and self._may_read():
            if self.number < 0:
                self._reading.acquire()
            elif not self._reading.acquire(blocking=False):
                return self.number
            try:
                self._read()
            finally:
                self._reading.release()
        return self.number

    def sums(self):
        """Give {kind: int} as the database has it now; None inside a transaction, and while it fails."""
        if not self._may_read():
            return None
        with self._reading:
            self._read()
            return self.kinds if self.fails_since is None else None

    def expire(self):
        """Let the next question go to the database."""
        self.read_at = NEVER

    def _may_read(self):
        return self.in_transactions or not connection.in_atomic_block

    def _read(self):
        started = time.monotonic()
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT kind, SUM(number) FROM {TABLE} GROUP BY kind")  # noqa: S608
                sums = {kind: int(number) for kind, number in cursor.fetchall()}
        except DatabaseError:
            self._has_failed(started)
        else:
            self._know(sums, started)
            # A kept page is sent without a request to Django, which would end old connections.
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()

    def _know(self, sums, started):
        number = sum(sums.values())
        if number != self.number:
            self.before, self.number, self.changed = self.number, number, time.monotonic()
        self.kinds, self.words = sums, sums.get("", 0)
        self.fails_since, self.read_at = None, started

    def _has_failed(self, started):
        if self.fails_since is None:
            logger.exception("The count of changes could not be read; pages are served as they were")
            self.fails_since = started
        self.read_at = time.monotonic()
        if not connection.in_atomic_block:
            connection.close()


# The one of this process. Another instance knows nothing of it, like another process.
reader = Reader()
