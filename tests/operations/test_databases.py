"""Connections that are open before a thread needs one, and SQLite files that are replaced."""

import os
import shutil
import threading
from unittest.mock import Mock

import pytest
from django.conf import settings
from django.db import connection, connections

from operations.databases import keep_ready, stock
from operations.databases.sqlite3.base import DatabaseWrapper as SQLite
from scripts.run_site import server_options

SELECT = "SELECT COUNT(*) FROM django_migrations"


@pytest.fixture
def ready(monkeypatch):
    """A Stock of our own instead of the process's."""
    own = stock.Stock()
    monkeypatch.setattr(stock, "stock", own)
    return own


def elsewhere(act):
    """Give what `act()` gives in a new thread, which has no connection yet and leaves none open."""
    found = []

    def run():
        try:
            found.append(act())
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def read():
    """Read from the database; give the driver's connection that did it."""
    with connection.cursor() as cursor:
        cursor.execute(SELECT)
    return connection.connection


def filled():
    """Fill the stock in another thread; give the driver's connections that read (list)."""
    seen = []
    elsewhere(lambda: keep_ready(lambda: seen.append(read())))
    return seen


@pytest.mark.django_db(transaction=True)
def test_a_new_thread_begins_with_a_connection_that_has_read_already(ready):
    opened = filled()
    assert len({*map(id, opened)}) == settings.READY_CONNECTIONS
    assert elsewhere(read) in opened
    assert elsewhere(read) in opened
    assert len([*ready.take(connection.get_connection_params())]) == settings.READY_CONNECTIONS - 2


@pytest.mark.django_db(transaction=True)
def test_when_none_is_ready_one_is_opened(ready):
    opened = filled()
    [*ready.take(connection.get_connection_params())]
    assert elsewhere(read) not in opened


@pytest.mark.django_db(transaction=True)
def test_one_that_does_not_answer_any_more_is_passed_over(ready, monkeypatch):
    opened = filled()
    answers = iter([False, True])
    monkeypatch.setattr(type(connections["default"]), "is_usable", lambda _self: next(answers))
    assert elsewhere(read) is opened[-2]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_server_that_was_away_leaves_none_that_a_reader_would_get(ready):
    pids = [one.get_backend_pid() for one in filled()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM UNNEST(%s) AS pid", [pids])
    assert elsewhere(lambda: read().get_backend_pid()) not in pids


@pytest.mark.django_db(transaction=True)
def test_one_that_is_too_old_or_of_another_process_or_database_is_no_ones(ready, monkeypatch):
    words = connection.get_connection_params()
    ready.put([stock.Ready("old", words, 0), stock.Ready("other", {**words, "timeout": 1}, None)])
    assert not [*ready.take(words)]
    ready.put([stock.Ready("forked off", words, None)])
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert not [*ready.take(words)]


@pytest.mark.django_db(transaction=True)
def test_none_is_kept_where_connections_do_not_outlive_a_request(ready):
    ask = Mock(side_effect=lambda: (read(), connection.close()))
    elsewhere(lambda: keep_ready(ask))
    assert ask.call_count == 1
    assert not [*ready.take(connection.get_connection_params())]


def test_there_are_as_many_as_the_server_has_threads():
    options = server_options("127.0.0.1", 8000)
    assert options[options.index("--blocking-threads") + 1] == str(settings.READY_CONNECTIONS)


@pytest.fixture
def site(db, tmp_path):
    """A connection to a SQLite file of its own, as the settings open it, that has read something."""
    words = {**connections.settings["default"], "NAME": str(tmp_path / "db.sqlite3"), "CONN_MAX_AGE": None}
    words["OPTIONS"] = {"transaction_mode": "IMMEDIATE"}
    wrapper = SQLite({**words, "CONN_HEALTH_CHECKS": True}, "site")
    asked(wrapper, "CREATE TABLE place (name text)")
    asked(wrapper, "INSERT INTO place VALUES ('before')")
    asked(wrapper, "SELECT 1")  # now the file is there when it is opened
    yield wrapper
    wrapper.close()


def asked(wrapper, sql):
    """Give the rows of a statement, sent as the first one of a request."""
    wrapper.close_if_unusable_or_obsolete()
    with wrapper.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


@pytest.mark.sqlite
def test_the_next_request_finds_a_file_that_was_replaced(site, tmp_path):
    name, other = site.settings_dict["NAME"], tmp_path / "other.sqlite3"
    shutil.copy(name, other)
    asked(site, "UPDATE place SET name = 'after'")
    same = site.connection
    assert asked(site, "SELECT name FROM place") == [("after",)]
    assert site.connection is same
    other.rename(name)
    assert asked(site, "SELECT name FROM place") == [("before",)]


@pytest.mark.sqlite
def test_a_file_that_is_away_for_a_moment_is_not_made_anew(site):
    os.unlink(site.settings_dict["NAME"])
    assert asked(site, "SELECT name FROM place") == [("before",)]
    assert not os.path.exists(site.settings_dict["NAME"])


@pytest.mark.sqlite
def test_a_connection_on_which_something_failed_is_not_used_again(site):
    before = site.connection
    with pytest.raises(Exception, match="no such table"):
        asked(site, "SELECT * FROM nowhere")
    asked(site, "SELECT name FROM place")
    assert site.connection is not before
