"""The report of searches without result."""

import pytest
from django.urls import reverse

from pages.search.log import note_missed
from tests.editorial.factories import make_user


@pytest.fixture
def missed(db):
    """One text searched for three times, another once."""
    for text in ("wobblyback", "wobblyback", "wobblyback", "jo smith"):
        note_missed(text, "en")


def test_editors_see_what_several_readers_did_not_find(admin_client, missed):
    page = admin_client.get(reverse("missed_searches")).content.decode()
    assert "wobblyback" in page


def test_what_one_reader_typed_is_not_shown(admin_client, missed):
    assert "jo smith" not in admin_client.get(reverse("missed_searches")).content.decode()


def test_an_empty_report_says_so(admin_client, db):
    page = admin_client.get(reverse("missed_searches")).content.decode()
    assert "Nothing that 3 readers or more looked for was missing." in page


def test_whoever_edits_no_pages_does_not_see_it(client, db):
    client.force_login(make_user("reader"))
    assert client.get(reverse("missed_searches")).status_code == 302


def test_the_report_can_be_exported(admin_client, missed):
    answer = admin_client.get(reverse("missed_searches"), {"export": "csv"})
    assert "wobblyback" in b"".join(answer.streaming_content).decode()
