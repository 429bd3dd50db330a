"""Readers' comments under generated pages: most are public, some wait, one in four is a reply."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from comments.models import Lane, ReaderComment, Status
from comments.models.comment import KEY_WIDTH
from freshness.watching import count_change

from . import texts
from .rows import insert, reserved

BATCH = 2000
WAITING_EVERY = 50
REPLY_EVERY = 4
COLUMNS = (
    *("id", "page_id", "parent_id", "root_id", "path", "level"),
    *("name", "body", "created_at", "status", "lane", "shown"),
)


def create(pages, number):
    """Store `number` comments, spread over `pages` (list of primary keys)."""
    for start in range(0, number, BATCH):
        _batch(pages, range(start, min(start + BATCH, number)))


@transaction.atomic
def _batch(pages, places):
    count_change(connection)
    insert(ReaderComment(), COLUMNS, _rows(pages, places, reserved(ReaderComment, len(places))))


def _rows(pages, places, keys):
    """Give the rows (tuples in the order of COLUMNS): first those that begin a thread, then the replies."""
    now, public = timezone.now(), []
    for key, place in zip(keys, sorted(places, key=lambda place: not place % REPLY_EVERY), strict=True):
        if place % REPLY_EVERY:
            page = pages[(place + place // len(pages)) % len(pages)]
            waits = place % WAITING_EVERY == 1
            if not waits:
                public.append((key, page))
            yield key, page, None, None, _path(key), 1, *_said(place, now), *_state(waits)
        elif public:
            root, page = public[place % len(public)]
            yield key, page, root, root, _path(root) + _path(key), 2, *_said(place, now), *_state(waits=False)


def _path(key):
    return str(key).rjust(KEY_WIDTH, "0")


def _said(place, now):
    """Give name, text and time."""
    text = f"{texts.MARK} {texts.sentence(place)}"
    return f"Generated reader {place}", text, now - timedelta(seconds=place)


def _state(waits):
    """Give status, lane of the moderation desk, and whether it is shown."""
    return (Status.PENDING, Lane.PENDING, False) if waits else (Status.APPROVED, "", True)
