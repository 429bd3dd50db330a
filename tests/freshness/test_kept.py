"""What one process keeps for a minute."""

import pytest

from freshness import kept
from freshness.kept import SECONDS, Kept


@pytest.fixture
def clock(monkeypatch):
    """The seconds (a list of one float) that time.monotonic() gives."""
    now = [1000.0]
    monkeypatch.setattr(kept.time, "monotonic", lambda: now[0])
    return now


def test_it_is_kept_for_a_minute_and_no_longer(db, clock):
    values, built = Kept(), []
    for passed in (0, SECONDS - 1, 2):
        clock[0] += passed
        values.get("name", lambda: built.append(1))
    assert len(built) == 2


def test_after_all_was_forgotten_a_new_minute_begins(db, clock):
    values, built = Kept(), []
    values.get("name", lambda: None)
    clock[0] += SECONDS - 1
    values.forget()
    for passed in (0, 2):
        clock[0] += passed
        values.get("name", lambda: built.append(1))
    assert len(built) == 1
