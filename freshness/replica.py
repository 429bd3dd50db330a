"""Readers' pages from a copy of the database, where DATABASE_REPLICA_URL names one that PostgreSQL keeps up.

Only what an anonymous reader may get ready-made is read there, and only while the copy has every change that
is known here: a page that is older than its count would be kept as if it were new. Everything else, and
everything after the first write of a request, goes to the database itself.
"""

import logging
import time
from contextvars import ContextVar

from django.db import DatabaseError, connections

from .bytecache.asking import key_of
from .reading import reader
from .table import TABLE

logger = logging.getLogger(__name__)

REPLICA, PRIMARY = "replica", "default"
# A copy that does not answer is left alone for so long.
REST_SECONDS = 10

_reads_copy = ContextVar("reads_copy", default=False)


class ReplicaRouter:
    """Django's router: where a query goes."""

    def db_for_read(self, model, **hints):
        """Give the copy within a request that may read it."""
        return REPLICA if _reads_copy.get() else PRIMARY

    def db_for_write(self, model, **hints):
        """Give the database itself, and let what follows in this request read there too."""
        _reads_copy.set(False)
        return PRIMARY

    def allow_relation(self, first, second, **hints):
        """Both hold the same rows."""
        return True

    def allow_migrate(self, db, app_label, **hints):
        """PostgreSQL carries changes over by itself."""
        return db == PRIMARY


class ReplicaMiddleware:
    """Let the requests that may do so read the copy."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.rests_until = 0.0

    def __call__(self, request):
        before = _reads_copy.set(request.method == "GET" and bool(key_of(request.META)) and self._answers())
        try:
            return self.get_response(request)
        finally:
            _reads_copy.reset(before)

    def _answers(self):
        if time.monotonic() < self.rests_until:
            return False
        try:
            return has_caught_up(reader.current())
        except DatabaseError:
            logger.exception("The copy of the database does not answer; pages come from the database itself")
            connections[REPLICA].close()
            self.rests_until = time.monotonic() + REST_SECONDS
            return False


def has_caught_up(number):
    """Say whether the copy has every change up to the count `number` (int). Raises DatabaseError."""
    with connections[REPLICA].cursor() as cursor:
        cursor.execute(f"SELECT SUM(number) FROM {TABLE}")  # noqa: S608 our own name
        return 0 <= number <= (cursor.fetchone()[0] or 0)
