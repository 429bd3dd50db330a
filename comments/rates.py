"""Counting how often something happens, in the shared cache or, where there is none, in the database."""

import time
from datetime import timedelta

from django.core.cache import cache, caches
from django.db import connection

# Caches that each process has for itself cannot count for all of them.
NOT_SHARED = ("locmem", "dummy")
# Every comment counts four things: one statement each, the same for both databases.
ADD_ONE = """
    INSERT INTO comments_ratecount ("key", "window", "count") VALUES (%s, %s, 1)
    ON CONFLICT ("key", "window") DO UPDATE SET "count" = comments_ratecount."count" + 1
    RETURNING "count"
"""
COUNT = 'SELECT "count" FROM comments_ratecount WHERE "key" = %s AND "window" = %s'


def _cache_is_shared():
    module = type(caches["default"]).__module__
    return not any(name in module for name in NOT_SHARED)


def _count_in_cache(key, window, seconds):
    name = f"comments.rate:{key}:{window}"
    cache.add(name, 0, timeout=seconds * 2)
    return cache.incr(name)


def _count_in_database(key, window):
    with connection.cursor() as cursor:
        cursor.execute(ADD_ONE, [key, window])
        return cursor.fetchone()[0]


def hit(key, *, per):
    """Count one more of `key` (str) in the present stretch of `per` (timedelta); give the count (int)."""
    seconds = int(per / timedelta(seconds=1))
    window = int(time.time()) // seconds * seconds
    if _cache_is_shared():
        try:
            return _count_in_cache(key, window, seconds)
        except (ValueError, OSError):  # evicted between the two calls, or the cache is gone
            pass
    return _count_in_database(key, window)


def seen(key, *, per):
    """Give the count (int) of `key` in the present stretch without counting."""
    seconds = int(per / timedelta(seconds=1))
    window = int(time.time()) // seconds * seconds
    if _cache_is_shared():
        try:
            return cache.get(f"comments.rate:{key}:{window}", 0)
        except OSError:
            pass
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key, window])
        return (cursor.fetchone() or (0,))[0]
