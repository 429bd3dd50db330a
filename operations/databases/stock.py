"""Connections that were opened, and asked something, before a thread needs one.

SQLite reads the schema at the first statement of a connection, PostgreSQL starts a process for it that
reads the catalogue: three times what a stored page takes.
"""

import os
import time
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connections


class Ready(NamedTuple):
    """An open `connection` of the driver, the words (dict) it was opened with, when it grows too old."""

    connection: Any
    words: dict
    too_old_at: float | None

    def is_for(self, words):
        """Whether it is what somebody wants who would open one with these `words` (dict), now."""
        return self.words == words and (self.too_old_at is None or time.monotonic() < self.too_old_at)


class Stock:
    """Connections of one process that no thread has yet."""

    def __init__(self):
        self._ready, self._process = [], None

    def put(self, ready):
        """Keep these (list of Ready)."""
        self._process = os.getpid()
        self._ready.extend(ready)

    def take(self, words):
        """Give, and forget, one connection after the other that was opened with `words` (dict)."""
        # A process that was forked off shares them with the one that goes on using them.
        while self._ready and self._process == os.getpid():
            try:
                ready = self._ready.pop()
            except IndexError:  # another thread had the last
                return
            if ready.is_for(words):
                yield ready.connection


stock = Stock()


class FromStock:
    """What Django's DatabaseWrapper lacks to begin with a connection that is ready."""

    def get_new_connection(self, conn_params):
        """Give an open connection of the driver: one of the stock that answers, else a new one."""
        for self.connection in stock.take(conn_params):
            if self.is_usable():
                return self.connection
        self.connection = None
        return super().get_new_connection(conn_params)


def keep_ready(ask):
    """Call `ask()`, which reads from the database, once for each connection to be kept ready.

    Nothing is kept where connections do not outlive a request (CONN_MAX_AGE=0), nor while nothing answers.
    """
    found = []
    for _time in range(settings.READY_CONNECTIONS):
        ask()
        new = [_taken_from(one) for one in connections.all(initialized_only=True) if one.connection]
        if not new:
            break
        found += new
    stock.put(found)


def _taken_from(wrapper):
    """Give the connection of a DatabaseWrapper as Ready; it opens another when it needs one."""
    ready = Ready(wrapper.connection, wrapper.get_connection_params(), wrapper.close_at)
    wrapper.connection = None
    return ready
