"""Counting how often something happens, in the shared cache or, where it is not or is gone, in the database.

A cache that is gone answers None. One that is back goes on from what the database counted meanwhile.
"""

import time
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.db import connection

# Caches that each process has for itself cannot count for all of them.
SHARED = "shared"
# What a comment counts, in one statement that is the same for both databases.
ADD_ONE = """
    INSERT INTO comments_ratecount ("key", "window", "count") VALUES {rows}
    ON CONFLICT ("key", "window") DO UPDATE SET "count" = comments_ratecount."count" + 1
    RETURNING "key", "window", "count"
"""
COUNT = 'SELECT "count" FROM comments_ratecount WHERE "key" = %s AND "window" = %s'


def _name(key, window):
    return f"comments.rate:{key}:{window}"


def _count_in_cache(key, window, seconds):
    cache, name = caches[SHARED], _name(key, window)
    try:
        return cache.incr(name)
    except ValueError:  # the first of its stretch
        cache.add(name, _seen_in_database(key, window), timeout=seconds * 2)
    try:
        return cache.incr(name)
    except ValueError:  # evicted between the two calls
        return None


@contextmanager
def _unsynced():
    """Let SQLite not wait for the disk within: a power cut may take the last counts, and no comment."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    connection.ensure_connection()
    # Not by a cursor of Django's, which would take as long again.
    execute = connection.connection.execute
    (level,) = execute("PRAGMA synchronous").fetchone()
    execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        execute(f"PRAGMA synchronous={level}")


def _count_in_database(stretches):
    """Give {(key, window): count} after one more of each of `stretches`, a set of such pairs."""
    # In one order, or two comments at once could wait for each other for ever.
    rows = sorted(stretches)
    with _unsynced(), connection.cursor() as cursor:
        statement = ADD_ONE.format(rows=", ".join(["(%s, %s, 1)"] * len(rows)))
        cursor.execute(statement, [word for row in rows for word in row])
        return {(key, window): count for key, window, count in cursor.fetchall()}


def _seen_in_database(key, window):
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key, window])
        return (cursor.fetchone() or (0,))[0]


def _window(per):
    seconds = int(per / timedelta(seconds=1))
    return int(time.time()) // seconds * seconds, seconds


def hit(key, *, per):
    """Count one more of `key` (str) in the present stretch of `per` (timedelta); give the count (int)."""
    return hit_all({key: per})[key]


def hit_all(stretches):
    """Count one more of each key of `stretches` ({str: timedelta}); give {key: count}."""
    windows = {key: _window(per) for key, per in stretches.items()}
    counts = {}
    if SHARED in settings.CACHES:
        counts = {key: _count_in_cache(key, *stretch) for key, stretch in windows.items()}
    missing = {(key, window) for key, (window, _seconds) in windows.items() if counts.get(key) is None}
    counted = _count_in_database(missing) if missing else {}
    return counts | {key: count for (key, _window), count in counted.items()}


def seen(key, *, per):
    """Give the count (int) of `key` in the present stretch without counting."""
    window, _seconds = _window(per)
    count = caches[SHARED].get(_name(key, window)) if SHARED in settings.CACHES else None
    return _seen_in_database(key, window) if count is None else count
