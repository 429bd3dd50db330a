"""Publishing under load: several real processes, none of which shows what was changed a second ago."""

import multiprocessing
import os
import re
import time
from contextlib import contextmanager

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connections

from freshness.bytecache import ByteCache
from tests.articles.factories import make_article

from .asking import ask

PROCESSES = 2
PUBLICATIONS = int(os.environ.get("BURST_PUBLICATIONS", "20"))
FRESH_WITHIN = 1.0
ADDRESSES = ["/articles/one/", "/articles/", "/feeds/new.xml"]


def read_all_the_time(stop, results):
    """Ask like visitors until `stop` (Event); send (asked at, address, version seen, hit) by `results`."""
    connections["default"].connection = None  # it belongs to the process before the fork
    process, seen = ByteCache(get_wsgi_application(), size=8_000_000), []
    while not stop.is_set():
        for address in ADDRESSES:
            asked = time.monotonic()
            reply = ask(process, address)
            versions = [int(number) for number in re.findall(r"Version (\d+)", reply.text)]
            seen.append((asked, address, max(versions, default=-1), reply.is_hit))
        time.sleep(0.002)
    results.send(seen)
    results.close()


@contextmanager
def readers():
    """Give a list that holds, at the end, what PROCESSES readers saw meanwhile."""
    fork, seen = multiprocessing.get_context("fork"), []
    stop, pipes = fork.Event(), [fork.Pipe(duplex=False) for _one in range(PROCESSES)]
    started = [fork.Process(target=read_all_the_time, args=(stop, pipe[1]), daemon=True) for pipe in pipes]
    connections.close_all()
    for process in started:
        process.start()
    yield seen
    stop.set()
    for process, (receiver, _sender) in zip(started, pipes, strict=True):
        assert receiver.poll(20), "a reader died"
        seen.extend(receiver.recv())
        process.join(10)


def publish_often(article):
    """Publish `article` again and again; give [(committed at, version)]."""
    times = []
    for number in range(PUBLICATIONS):
        article.title = f"Version {number}"
        article.save_revision().publish()
        times.append((time.monotonic(), number))
    return times


@pytest.mark.django_db(transaction=True)
def test_twenty_publications_under_load_leave_no_stale_page(tree, settings):
    settings.COUNT_CHANGES = True
    article = make_article(tree.articles, "Version 0", slug="one")
    for address in ADDRESSES:
        ask(get_wsgi_application(), address)  # the first view makes the settings of a site
    with readers() as seen:
        published = publish_often(article)
        time.sleep(FRESH_WITHIN + 0.2)
    stale = [
        (address, version)
        for asked, address, version, _hit in seen
        if version < max((number for at, number in published if at < asked - FRESH_WITHIN), default=-1)
    ]
    assert stale == []
    assert {address for _at, address, version, _hit in seen if version == PUBLICATIONS - 1} == {*ADDRESSES}
    assert sum(hit for *_rest, hit in seen) > len(seen) / 2
