"""Counting in SQLite: it waits for the disk only where a comment is stored with the count."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from comments import rates

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
DAY = timedelta(days=1)
FULL = (2,)


@pytest.fixture
def said(db):
    """What SQLite is told (list of str) on a connection that waits for the disk."""
    connection.ensure_connection()
    before = level()
    connection.connection.execute("PRAGMA synchronous=FULL")
    statements = []
    connection.connection.set_trace_callback(lambda text: statements.append(text.split("(")[0].strip()))
    yield statements
    connection.connection.set_trace_callback(None)
    connection.connection.execute(f"PRAGMA synchronous={before[0]}")


def level():
    return connection.connection.execute("PRAGMA synchronous").fetchone()


def test_a_count_does_not_wait_for_the_disk_and_what_follows_does(said):
    assert rates.hit("net", per=DAY) == 1
    assert said[1:3] == ["PRAGMA synchronous=NORMAL", "INSERT INTO comments_ratecount"]
    assert level() == FULL


def test_a_count_that_fails_leaves_the_connection_as_it_was(said, monkeypatch):
    monkeypatch.setattr(rates, "ADD_ONE", "INSERT INTO no_such_table VALUES {rows}")
    with pytest.raises(DatabaseError):
        rates.hit("net", per=DAY)
    assert level() == FULL


def test_within_a_transaction_it_is_the_transaction_that_waits(said):
    with transaction.atomic():
        assert [rates.hit("page", per=DAY), rates.hit("page", per=DAY)] == [1, 2]
    assert not any(statement.startswith("PRAGMA") for statement in said)
