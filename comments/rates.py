"""Counting how often something happens, in the shared cache or, where it is not or is gone, in the database.

A cache that is gone answers None. One that is back goes on from what the database counted meanwhile.
"""

import time
from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.db import connection

# Caches that each process has for itself cannot count for all of them.
SHARED = "shared"
# Every comment counts four things: one statement each, the same for both databases.
ADD_ONE = """
    INSERT INTO comments_ratecount ("key", "window", "count") VALUES (%s, %s, 1)
    ON CONFLICT ("key", "window") DO UPDATE SET "count" = comments_ratecount."count" + 1
    RETURNING "count"
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


def _count_in_database(key, window):
    with connection.cursor() as cursor:
        cursor.execute(ADD_ONE, [key, window])
        return cursor.fetchone()[0]


def _seen_in_database(key, window):
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key, window])
        return (cursor.fetchone() or (0,))[0]


def _window(per):
    seconds = int(per / timedelta(seconds=1))
    return int(time.time()) // seconds * seconds, seconds


def hit(key, *, per):
    """Count one more of `key` (str) in the present stretch of `per` (timedelta); give the count (int)."""
    window, seconds = _window(per)
    count = _count_in_cache(key, window, seconds) if SHARED in settings.CACHES else None
    return _count_in_database(key, window) if count is None else count


def seen(key, *, per):
    """Give the count (int) of `key` in the present stretch without counting."""
    window, _seconds = _window(per)
    count = caches[SHARED].get(_name(key, window)) if SHARED in settings.CACHES else None
    return _seen_in_database(key, window) if count is None else count
