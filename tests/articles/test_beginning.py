"""The first pages of an empty site."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from pages.models import HomePage
from tests.first_rows import welcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun():
    welcome()
    call_command("begin_site", "Our hospital", verbosity=0)


def test_each_language_has_its_home_and_lists(client, begun):
    for start, words in (("", "Conditions"), ("/zh-hans", "病症")):
        for path in ("/", "/conditions/", "/treatments/", "/articles/", "/people/"):
            assert client.get(start + path).status_code == 200, start + path
        assert words in client.get(f"{start}/").content.decode()


def test_the_languages_are_translations_of_each_other(client, begun):
    assert 'hreflang="zh-Hans" href="http' in client.get("/articles/").content.decode()


def test_the_page_of_welcome_is_gone_and_the_site_has_its_name(begun):
    assert not Page.objects.filter(title__startswith="Welcome to your new Wagtail").exists()
    assert Site.objects.get().site_name == "Our hospital"


def test_its_first_reader_writes_nothing(client, begun):
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/conditions/").status_code == 200
    wrote = [query["sql"] for query in asked if query["sql"].startswith(("INSERT", "UPDATE"))]
    assert [sql for sql in wrote if "settings" in sql] == []


def test_a_site_with_pages_is_left_as_it_is(begun, capsys):
    before = Page.objects.count()
    call_command("begin_site", "Another name")
    assert (Page.objects.count(), HomePage.objects.filter(title="Another name").exists()) == (before, False)
    assert "nothing was changed" in capsys.readouterr().out
