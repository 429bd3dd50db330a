"""Finding and keeping a stored page and its parts."""

import hashlib
import json
import logging
import random
import zlib
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from freshness.checkout import mark_of_checkout
from freshness.models import StoredPage, Touch
from freshness.reading import reader
from freshness.tags import KIND, touches
from freshness.watching import count_change

from .marks import Live, pieces

logger = logging.getLogger(__name__)

# One in so many writes removes rows that nothing can use any more.
TIDY_EVERY = 50
TIDY_AT_ONCE = 500
MOST_TOUCHES = 500_000
BUSY_MILLISECONDS = 50
WHOLE = ""


def mark_of(key):
    """Give the name (str) of the rows for a Key: addresses are longer than an index likes."""
    return hashlib.blake2b(repr((tuple(key), mark_of_checkout())).encode(), digest_size=16).hexdigest()


def find(key, words):
    """Give {part: content} (str: bytes) of what is good of the page under `key`. At most two queries."""
    rows = list(
        StoredPage.objects.filter(mark=mark_of(key), words=words, day__gte=timezone.localdate()).values_list(
            "part", "tags", "touched", "content"
        )
    )
    if not any(part == WHOLE for part, *_rest in rows):
        return {}
    counts = touches(connection, {tag for _part, tags, *_rest in rows for tag in tags})
    kinds = reader.kinds
    return {part: content for part, tags, touched, content in rows if touched == total(tags, counts, kinds)}


def total(tags, counts, kinds):
    """Give how often what `tags` (list of str) stand for was changed; `counts`: of all but kinds."""
    return sum(
        kinds.get(tag.removeprefix(KIND), 0) if tag.startswith(KIND) else counts.get(tag, 0) for tag in tags
    )


def packed(content):
    """Give the bytes that hold `content`: text (str) or a list of headers and pieces."""
    return zlib.compress(json.dumps(content, ensure_ascii=False).encode(), 1)


def unpacked(content):
    """Give (headers, pieces) of a stored page, or the text (str) of a part."""
    found = json.loads(zlib.decompress(content))
    if isinstance(found, str):
        return found
    headers, parts = found
    return headers, [Live(*part) if isinstance(part, list) else part for part in parts]


def keep(key, known, record, headers=None, text=None):
    """Store `text` (str, with marks) with `headers` (dict), and the parts that `record` (Record) holds.

    `known`: (number, words) of the counts before anything was read; when another change is there by now,
    nobody knows what was read before it and what after: nothing is stored. Nor is it when the database is
    busy or read-only. Without `text` only the parts are stored.
    """
    records = {part.key: (html, one) for part, (html, one) in record.parts.items()}
    if text is not None:
        records[WHOLE] = ([headers, pieces(text)], record)
    try:
        with _without_waiting():
            _write(mark_of(key), known, records)
    except DatabaseError as error:
        logger.info("A page was not stored: %s", error)


def _write(mark, known, records):
    number, words = known
    counts = touches(connection, {tag for _content, record in records.values() for tag in record.tags})
    kinds = reader.sums()
    if kinds is None or sum(kinds.values()) != number:
        return
    rows = [
        StoredPage(
            mark=mark,
            part=part,
            words=words,
            day=record.day,
            tags=sorted(record.tags),
            touched=total(record.tags, counts, kinds),
            content=packed(content),
        )
        for part, (content, record) in records.items()
    ]
    StoredPage.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["mark", "part"],
        update_fields=["words", "day", "tags", "touched", "content"],
    )
    if random.randrange(TIDY_EVERY) == 0:  # noqa: S311 no secret
        tidy(words)


def tidy(words):
    """Remove some rows of another count than `words`; begin anew when very many changes are written down."""
    old = StoredPage.objects.exclude(words=words).values_list("pk", flat=True)[:TIDY_AT_ONCE]
    StoredPage.objects.filter(pk__in=list(old)).delete()
    newest = Touch.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    oldest = Touch.objects.order_by("pk").values_list("pk", flat=True).first() or 0
    if newest - oldest > MOST_TOUCHES:
        forget_touches()


@transaction.atomic
def forget_touches():
    """Remove all touches; every page is renewed, so nobody compares with how often there were."""
    count_change(connection)
    Touch.objects.all()._raw_delete(using=connection.alias)


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
