"""The cache in front of Django, once and as two processes."""

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection

from freshness import reading
from freshness.bytecache import ByteCache
from pages.kept import forget_everything

SIZE = 8 * 1024 * 1024


@pytest.fixture
def application():
    """Django as a WSGI application in the transaction of the test, asked a moment later each time."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    django = get_wsgi_application()

    def ask_later(call, start_response):
        reading.reader.expire()  # within a test's transaction nothing is committed that would tell
        return django(call, start_response)

    yield ask_later
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def new_process(counting, application):
    """Give a function that makes one more ByteCache, with a count of its own like another process."""

    def make(app=application, size=SIZE):
        return ByteCache(app, size=size, changes=reading.Reader(in_transactions=True))

    return make


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Give a function that lets an act be committed and every process (ByteCache) hear of it."""

    def let(act, *processes):
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        for process in processes:
            process.changes.expire()
        reading.reader.expire()
        forget_everything()

    return let
