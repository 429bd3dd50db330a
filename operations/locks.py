"""One at a time, over all processes and hosts that share a database."""

import fcntl
import hashlib
import time
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

ASK_AGAIN_SECONDS = 0.5


class Busy(Exception):
    """Somebody else holds the lock."""


@contextmanager
def only_one(name, *, wait_seconds=0, waiting=lambda: None):
    """Hold the lock `name` (str) for the length of a `with`; whoever dies lets go of it.

    On PostgreSQL an advisory lock, known to every host; on SQLite a file in VAR_DIR, whose processes share
    one machine anyhow. `wait_seconds`: how long to wait for it (float); `waiting` is called once when that
    begins. Raises Busy when it is still held then.
    """
    hold = _in_postgresql if connection.vendor == "postgresql" else _in_file
    with hold(name) as try_to_hold:
        _wait_for(try_to_hold, wait_seconds, waiting, name)
        yield


def _wait_for(try_to_hold, seconds, waiting, name):
    deadline, told = time.monotonic() + seconds, False
    while not try_to_hold():
        if time.monotonic() >= deadline:
            raise Busy(name)
        if not told:
            waiting()
            told = True
        time.sleep(ASK_AGAIN_SECONDS)


@contextmanager
def _in_postgresql(name):
    # A connection of its own: the lock goes when it closes, and Django closes the other when it is old.
    key = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), signed=True)
    holder = connection.copy()

    def try_to_hold():
        with holder.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
            return cursor.fetchone()[0]

    try:
        yield try_to_hold
    finally:
        holder.close()


@contextmanager
def _in_file(name):
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR_DIR / f"{name}.lock").open("w") as file:

        def try_to_hold():
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        yield try_to_hold
