"""Readers' comments under generated pages: most are public, some wait, one in four is a reply."""

from datetime import timedelta

from django.db import transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat, LPad
from django.utils import timezone

from comments.models import Lane, ReaderComment, Status
from comments.models.comment import KEY_WIDTH

from . import texts

BATCH = 2000
WAITING_EVERY = 50
REPLY_EVERY = 4


def create(pages, number):
    """Store `number` comments, spread over `pages` (list of primary keys)."""
    for start in range(0, number, BATCH):
        _batch(pages, range(start, min(start + BATCH, number)))


@transaction.atomic
def _batch(pages, places):
    roots = [_comment(pages, place) for place in places if place % REPLY_EVERY]
    ReaderComment.objects.bulk_create(roots)
    public = [root for root in roots if root.status == Status.APPROVED]
    replies = [_reply(public, place) for place in places if not place % REPLY_EVERY and public]
    ReaderComment.objects.bulk_create(replies)
    _set_places([one.pk for one in roots], LPad(_text("id"), KEY_WIDTH, Value("0")))
    own = LPad(_text("id"), KEY_WIDTH, Value("0"))
    _set_places([one.pk for one in replies], Concat(LPad(_text("root_id"), KEY_WIDTH, Value("0")), own), 2)


def _text(column):
    return Cast(F(column), CharField())


def _set_places(keys, path, level=1):
    if keys:
        # Within this transaction the keys of a batch follow one another.
        rows = ReaderComment.objects.filter(pk__gte=min(keys), pk__lte=max(keys), path="")
        rows.update(path=path, level=level)


def _comment(pages, place):
    waits = place % WAITING_EVERY == 1
    return ReaderComment(
        page_id=pages[(place + place // len(pages)) % len(pages)],
        name=f"Generated reader {place}",
        body=f"{texts.MARK} {texts.sentence(place)}",
        status=Status.PENDING if waits else Status.APPROVED,
        lane=Lane.PENDING if waits else "",
        shown=not waits,
        created_at=timezone.now() - timedelta(seconds=place),
    )


def _reply(public, place):
    parent = public[place % len(public)]
    reply = _comment([parent.page_id], place)
    reply.status, reply.lane, reply.shown = Status.APPROVED, "", True
    reply.parent_id = reply.root_id = parent.pk
    return reply
