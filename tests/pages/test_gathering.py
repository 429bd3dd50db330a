"""Tasks held back, and each run once."""

import pytest
from django_tasks import task

from pages.gathering import each_task_once

done = []


@task()
def note(word):
    """Write down that this ran."""
    done.append(word)


@pytest.fixture(autouse=True)
def nothing_done():
    done.clear()


def test_each_call_runs_once_after_the_block_in_the_order_of_the_last_asking():
    with each_task_once():
        for word in ("a", "b", "a"):
            note.enqueue(word)
        assert done == []
    assert done == ["b", "a"]


def fail_on_the_way():
    with each_task_once():
        note.enqueue("a")
        raise ValueError("no")


def test_what_was_asked_for_before_a_failure_runs():
    with pytest.raises(ValueError, match="no"):
        fail_on_the_way()
    note.enqueue("b")
    assert done == ["a", "b"]
