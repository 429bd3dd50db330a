"""The names in the A to Z stay those of the conditions, whatever changes them, and reading sorts nothing."""

from importlib import import_module
from unittest.mock import Mock

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from conditions import az
from conditions.filing import LONGEST_PLACE, place_of
from conditions.models import ConditionIndexPage, ConditionName, ConditionPage, ListedName
from conditions.models.listed import public_names
from freshness.recording import recording
from freshness.tags import KIND
from tests.pages.asking import html_of

from .factories import make_condition
from .test_az import add_name, section_of


@pytest.fixture
def gout(tree):
    return make_condition(tree.conditions, "Gout")


def listed():
    return set(ListedName.objects.values_list("letter", "name", "preferred"))


def statements(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return [query["sql"] for query in captured if "conditions_listedname" in query["sql"]]


def test_a_published_title_takes_the_place_of_the_one_before(gout, client):
    gout.title = "Uric arthritis"
    gout.save_revision().publish()
    assert listed() == {("U", "Uric arthritis", True)}
    assert "Uric arthritis" in section_of(html_of(client, "/conditions/"), "u")


def test_a_draft_files_nothing(gout):
    gout.title = "Uric arthritis"
    assert statements(gout.save_revision) == []


def test_names_follow_what_is_done_to_them(gout):
    name = add_name(gout, "Podagra")
    name.name = "Big toe"
    name.save()
    assert listed() == {("G", "Gout", True), ("B", "Big toe", False)}
    ConditionName.objects.filter(pk=name.pk).delete()
    assert listed() == {("G", "Gout", True)}


def test_a_title_and_a_name_change_places(gout):
    add_name(gout, "Podagra")
    page = ConditionPage.objects.get(pk=gout.pk)
    page.title, page.names = "Podagra", [ConditionName(name="Gout"), ConditionName(name="Podagra")]
    page.save_revision().publish()
    assert listed() == {("P", "Podagra", True), ("G", "Gout", False)}


def test_an_earlier_revision_brings_its_names_back(gout):
    first = gout.save_revision()
    gout.names = [ConditionName(name="Podagra")]
    gout.save_revision().publish()
    assert ("P", "Podagra", False) in listed()
    first.publish()
    assert listed() == {("G", "Gout", True)}


def test_a_page_with_many_names_is_filed_once(gout):
    few = len(statements(gout.save))
    gout.names = [ConditionName(name=f"Name {number}") for number in range(5)]
    assert len(statements(gout.save)) == few + 1  # the new rows


def test_what_is_unpublished_private_or_deleted_is_not_shown(gout, tree, client):
    scurvy, mumps = (make_condition(tree.conditions, title) for title in ("Scurvy", "Mumps"))
    gout.unpublish()
    PageViewRestriction.objects.create(page=scurvy, restriction_type="login")
    mumps.delete()
    html = html_of(client, "/conditions/")
    assert not any(title in html for title in ("Gout", "Scurvy", "Mumps"))
    assert '<span aria-hidden="true">S</span>' not in html
    assert ListedName.objects.count() == 2


def test_a_condition_stands_in_the_list_that_it_was_moved_to(gout, chinese_tree):
    add_name(gout, "痛风", language="zh-hans")
    gout.move(chinese_tree.conditions, pos="last-child")
    rows = ListedName.objects.filter(list=chinese_tree.conditions)
    assert set(rows.values_list("name", flat=True)) == {"Gout", "痛风"}


def test_pages_put_in_past_the_models_are_filed_by_the_first_reader(gout, client):
    ListedName.objects.all().delete()
    assert "Gout" in section_of(html_of(client, "/conditions/"), "g")
    assert listed() == {("G", "Gout", True)}


def test_a_database_that_takes_no_rows_shows_those_that_are_there(gout, tree, client, monkeypatch):
    make_condition(tree.conditions, "Mumps")
    ListedName.objects.filter(page=gout).delete()
    monkeypatch.setattr("conditions.models.listed._file", Mock(side_effect=OperationalError))
    assert "Mumps" in html_of(client, "/conditions/")


def test_the_migration_files_what_the_models_file(gout, chinese_tree):
    add_name(gout, "Podagra")
    make_condition(chinese_tree.conditions, "痛风", slug="tf")
    before = set(ListedName.objects.values_list("list", "page", "letter", "name", "preferred"))
    ListedName.objects.all().delete()
    import_module("conditions.migrations.0010_file_names").file_all(apps, None)
    assert set(ListedName.objects.values_list("list", "page", "letter", "name", "preferred")) == before


def test_reading_asks_for_no_place_and_follows_no_article(gout, rf, tree, monkeypatch):
    index, request = ConditionIndexPage.objects.get(pk=tree.conditions.pk), rf.get("/")
    monkeypatch.setattr("pages.pinyin.syllables", None)
    with recording() as record:
        counts, names = public_names(index, request)
        shown = az.listing(az.letters(counts), names, request, "/conditions/")["shown"]
    assert [entry.name for letter in shown for entry in letter.entries] == ["Gout"]
    assert record.tags == {KIND + "subjects"}


def test_a_name_of_long_signs_fits_into_an_index():
    assert len(place_of("\N{HORSE RACING}" * 255)) == LONGEST_PLACE


def test_one_name_of_two_conditions_stands_in_the_order_of_their_addresses(tree, client):
    for slug in ("b", "a-c", "a"):
        add_name(make_condition(tree.conditions, f"Condition {slug}", slug=slug), "MS")
    html = section_of(html_of(client, "/conditions/"), "m")
    assert [html.index(f"/conditions/{slug}/") for slug in ("a-c", "a", "b")] == sorted(
        html.index(f"/conditions/{slug}/") for slug in ("a-c", "a", "b")
    )
