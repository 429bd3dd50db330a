"""Finding and keeping a stored page."""

import hashlib
import json
import logging
import random
import zlib
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

from freshness.models import StoredPage

from .marks import Live, pieces

logger = logging.getLogger(__name__)

# One in so many writes removes rows that nothing can use any more.
TIDY_EVERY = 50
TIDY_AT_ONCE = 500
BUSY_MILLISECONDS = 50


def mark_of(key):
    """Give the name (str) of the row for a Key: addresses are longer than an index likes."""
    return hashlib.blake2b(repr(tuple(key)).encode(), digest_size=16).hexdigest()


def find(key, words):
    """Give (headers, pieces) stored under `key` at the count `words` (int) today; None without. One query."""
    row = StoredPage.objects.filter(mark=mark_of(key), words=words, day=timezone.localdate())
    content = row.values_list("content", flat=True).first()
    if content is None:
        return None
    headers, parts = json.loads(zlib.decompress(content))
    return headers, [Live(*part) if isinstance(part, list) else part for part in parts]


def keep(key, words, headers, text):
    """Store `text` (str, with marks) and `headers` (dict), unless the database is busy or read-only."""
    parts = json.dumps([headers, pieces(text)], ensure_ascii=False)
    row = {"words": words, "day": timezone.localdate(), "content": zlib.compress(parts.encode(), 1)}
    try:
        with _without_waiting():
            StoredPage.objects.bulk_create(
                [StoredPage(mark=mark_of(key), **row)],
                update_conflicts=True,
                unique_fields=["mark"],
                update_fields=list(row),
            )
            if random.randrange(TIDY_EVERY) == 0:  # noqa: S311 no secret
                tidy(words)
    except DatabaseError as error:
        logger.info("A page was not stored: %s", error)


def tidy(words):
    """Remove some rows of another count than `words`."""
    old = StoredPage.objects.exclude(words=words).values_list("pk", flat=True)[:TIDY_AT_ONCE]
    StoredPage.objects.filter(pk__in=list(old)).delete()


@contextmanager
def _without_waiting():
    """Let no reader wait for somebody who writes: SQLite knows one writer at a time."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (before,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {int(before)}")
