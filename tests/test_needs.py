"""A part that is missing is told, and in CI it is a failure."""

import pytest

from . import needs


@pytest.fixture
def nothing_there(monkeypatch):
    monkeypatch.setitem(needs.PARTS, "moon", lambda: False)
    monkeypatch.delenv("CI", raising=False)


def test_a_test_is_skipped_with_the_name_of_the_missing_part(nothing_there):
    with pytest.raises(pytest.skip.Exception, match="lacks: moon"):
        needs.need("moon")


@pytest.mark.parametrize("value", ["1", "true", "True"])
def test_in_ci_a_missing_part_is_a_failure(nothing_there, monkeypatch, value):
    monkeypatch.setenv("CI", value)
    with pytest.raises(pytest.fail.Exception, match="lacks: moon"):
        needs.need("moon")


def test_a_part_that_is_there_holds_no_test_back(monkeypatch):
    monkeypatch.setitem(needs.PARTS, "sun", lambda: True)
    needs.need("sun")


def test_needs_are_read_from_every_marker(request):
    request.node.add_marker(pytest.mark.needs("moon", "sun"))
    request.node.add_marker(pytest.mark.needs("stars"))
    assert sorted(needs.needs_of(request.node)) == ["moon", "stars", "sun"]


def test_a_journey_needs_a_browser(request):
    request.node.add_marker(pytest.mark.journey)
    assert needs.needs_of(request.node) == ["chromium"]
