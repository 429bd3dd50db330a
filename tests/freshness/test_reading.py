"""The count as a process reads it."""

import pytest
from django.db import DatabaseError, connection

from freshness import reading
from freshness.models import ChangeCount
from freshness.watching import count_change


@pytest.fixture
def reader(counting):
    return reading.Reader(in_transactions=True)


def test_it_is_the_sum_of_all_rows(reader):
    assert reader.current() == 0
    ChangeCount.objects.bulk_create([ChangeCount(number=3), ChangeCount(number=4)])
    reader.expire()
    assert (reader.current(), reader.before) == (7, 0)


def test_it_is_read_a_few_times_a_second_at_most(reader, django_assert_num_queries):
    reader.current()
    with django_assert_num_queries(0):
        reader.current()
    with django_assert_num_queries(1):
        reader.current(seconds=0)


def test_a_transaction_is_not_asked_for_what_only_itself_knows(counting, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert reading.Reader().current() == -1


def test_counting_makes_the_first_row_and_adds_to_it_later(reader):
    for number in (1, 2):
        connection.run_on_commit.clear()
        count_change(connection)
        assert list(ChangeCount.objects.values_list("number", flat=True)) == [number]


def test_a_database_that_is_gone_leaves_the_last_number(reader, monkeypatch):
    reader.current()
    monkeypatch.setattr(reading, "TABLE", "no_such_table")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading.connection, "cursor", _gone, raising=False)
        assert reader.current(seconds=0) == 0
    assert reader.fails_since is not None
    monkeypatch.undo()


def test_it_recovers(reader):
    reader._has_failed(1.0)
    assert reader.current(seconds=0) == 0
    assert reader.fails_since is None


def test_off_it_asks_nobody(settings, django_assert_num_queries, db):
    settings.COUNT_CHANGES = False
    with django_assert_num_queries(0):
        assert reading.Reader(in_transactions=True).current() == -1


def _gone():
    raise DatabaseError
