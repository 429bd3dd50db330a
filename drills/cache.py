"""The shared cache goes away while comments come in, and comes back: none is lost, none fails."""

import os
import threading
import time
from contextlib import contextmanager

from django.core.cache import caches
from django.db import connection, connections
from django.db.models import Sum
from django.test import override_settings

from comments.models import RateCount, ReaderComment
from healthsite.settings.environment import env
from healthsite.settings.extras import cache_settings
from scripts.private_redis import private_redis

from .kill import TAKEN
from .rows import Row
from .visitor import new_comment, send_comment

PAGES = ("/drill/", "/articles/hips/")
# So many comments while it is there, while it is gone, and while it is back.
EACH = 12
WRITERS = 3
HEAL_SECONDS = 30


def drill(site, plan):
    """Kill a Redis plan["faults"] times while readers write, and start it again; give the Row."""
    row = Row("shared cache killed and started", site.database, "times")
    with private_redis() as server, counted_in(server):
        site.start(workers=2)
        for _time in range(plan["faults"]):
            texts = write(site, row)
            row.expect(counts_in_redis(), "nothing was counted in the cache")
            during = counted_in_database()
            texts += write(site, row, meanwhile=server.kill)
            row.expect(counted_in_database() > during, "nothing was counted in the database")
            texts += write(site, row, meanwhile=server.start) + used_again(site, row)
            stored = ReaderComment.objects.filter(body__in=texts).count()
            row.expect(stored == len(texts), f"{stored} of {len(texts)} comments are stored")
            connection.close()
            row.count += 1
        site.stop()
    row.note = "every comment taken in and stored once, every page served; counted in the database meanwhile"
    return [row.ended()]


@contextmanager
def counted_in(server):
    """Give the processes that are forked off now `server` (PrivateRedis) as their CACHE_URL."""
    os.environ["CACHE_URL"] = server.url
    connections.close_all()
    try:
        with override_settings(CACHES=cache_settings(env)):
            yield
    finally:
        del os.environ["CACHE_URL"]


def write(site, row, meanwhile=None):
    """Send EACH comments from WRITERS readers, do `meanwhile()` meanwhile; give the texts (list of str)."""
    forms = [new_comment(site.article_id) for _comment in range(EACH)]
    writers = [threading.Thread(target=send, args=(site, row, forms[n::WRITERS])) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    if meanwhile:
        meanwhile()
    for writer in writers:
        writer.join()
    return [fields["body"] for fields in forms]


def send(site, row, forms):
    """Be one reader: send each of the `forms` (list of dict), and read between them."""
    for fields in forms:
        reply = send_comment(site.visitor(), site.article_id, fields)
        row.waited(reply.seconds)
        row.expect(reply.status == TAKEN, f"a comment was answered {reply.status}")
        for path in PAGES:
            reply = site.visitor().get(path)
            row.expect(reply.status == 200, f"a page was answered {reply.status}")


def used_again(site, row):
    """Send comments until one is counted in the cache again; give their texts (list of str)."""
    texts, began = [], time.monotonic()
    while not counts_in_redis():
        if not row.expect(time.monotonic() - began < HEAL_SECONDS, "the cache was not used again"):
            break
        forms = [new_comment(site.article_id)]
        send(site, row, forms)
        texts.append(forms[0]["body"])
        time.sleep(0.2)
    return texts


def counts_in_redis():
    """Give how many counts (int) stand in the shared cache."""
    return len(caches["shared"].keys("comments.rate:*"))


def counted_in_database():
    """Give how often (int) the database counted."""
    total = RateCount.objects.aggregate(total=Sum("count"))["total"]
    connection.close()
    return total or 0
