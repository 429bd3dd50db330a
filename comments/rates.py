"""Counting how often something happens, in the shared cache or, where there is none, in the database."""

import time
from datetime import timedelta

from django.core.cache import cache, caches
from django.db import IntegrityError, transaction
from django.db.models import F

from .models import RateCount

# Caches that each process has for itself cannot count for all of them.
NOT_SHARED = ("locmem", "dummy")


def _cache_is_shared():
    module = type(caches["default"]).__module__
    return not any(name in module for name in NOT_SHARED)


def _count_in_cache(key, window, seconds):
    name = f"comments.rate:{key}:{window}"
    cache.add(name, 0, timeout=seconds * 2)
    return cache.incr(name)


def _count_in_database(key, window):
    rows = RateCount.objects.filter(key=key, window=window)
    if not rows.update(count=F("count") + 1):
        try:
            with transaction.atomic():
                RateCount.objects.create(key=key, window=window, count=1)
        except IntegrityError:
            rows.update(count=F("count") + 1)
    return rows.values_list("count", flat=True).get()


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
    return RateCount.objects.filter(key=key, window=window).values_list("count", flat=True).first() or 0
