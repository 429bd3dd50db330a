"""Addresses that are not there: counted, redirected, ignored."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from pages.missing import log
from pages.missing.log import may_be_counted, note_missing
from pages.models import MissingAddress
from tests.editorial.factories import make_user
from tests.pages.factories import make_standard_page

REPORT = "/admin/reports/missing-addresses/"
PROBES = [
    *("/wp-login.php", "/.env", "/.git/config", "/blog/wp-admin/", "/phpmyadmin/", "/a.php", "/backup.sql"),
    *("/favicon.ico", "/x//y", "/cgi-bin/test", "/sitemap.xml.gz", "/static/css/x.css", "/.well-known/x"),
]
PERSONAL = [
    *("/mail/ada@example.org/", "/call/5551234567", "/comments/mine/abc/", "/zh-hans/comments/x", "/admin/x"),
    *("/key/a8f3kd93kfla93kdl2ka9/", "/" + "x" * 300),
]
WANTED = ["/old-page.html", "/conditions/slipped-disc", "/zh-hans/病症/腰痛", "/2019/04/back-pain"]


def ask(client, path, times=1):
    for _time in range(times):
        assert client.get(path).status_code == 404


def test_three_requests_make_one_row_with_count_three(client, tree):
    ask(client, "/old/back-pain/?utm_source=mail", 3)
    row = MissingAddress.objects.get()
    assert (row.path, row.times) == ("/old/back-pain", 3)


@pytest.mark.parametrize("path", WANTED)
def test_what_a_reader_may_have_followed_is_counted(path):
    assert may_be_counted(path)


@pytest.mark.parametrize("path", [*PROBES, *PERSONAL, "/\x00", "/a\nb"])
def test_probes_and_what_may_name_a_person_are_not(path):
    assert not may_be_counted(path)


def test_the_table_stays_small_and_keeps_what_is_wanted_most(db, monkeypatch):
    monkeypatch.setattr(log, "MOST_ROWS", 3)
    for path in ("/a", "/a", "/b", "/c", "/d", "/e"):
        note_missing(path)
    assert MissingAddress.objects.count() == 3
    assert MissingAddress.objects.filter(path="/a", times=2).exists()


def test_only_reading_what_is_not_there_is_counted(client, tree):
    client.get("/conditions/")
    client.post("/nothing/")
    assert not MissingAddress.objects.exists()


def test_a_database_that_cannot_count_costs_only_the_count(client, tree, monkeypatch):
    monkeypatch.setattr("pages.missing.middleware.note_missing", note_in_a_locked_database)
    ask(client, "/nothing/")


def note_in_a_locked_database(path):
    MissingAddress.objects.create(path=None, first_seen=None, last_seen=None)


def test_one_click_redirects_to_the_page_with_the_same_last_word(admin_client, client, tree):
    page = make_standard_page(tree.home, "Back pain")
    ask(client, "/old/back-pain.html")
    html = admin_client.get(REPORT).content.decode()
    assert "Redirect to “Back pain”" in html
    row = MissingAddress.objects.get()
    admin_client.post(reverse("redirect_missing_address", args=[row.pk]), {"page": page.pk})
    assert client.get("/old/back-pain.html").headers["Location"] == page.url
    assert not MissingAddress.objects.exists()


def test_the_form_asks_for_a_published_page(admin_client, client, tree):
    draft = make_standard_page(tree.home, "Draft", live=False)
    ask(client, "/nothing/")
    address = reverse("redirect_missing_address", args=[MissingAddress.objects.get().pk])
    assert "/nothing" in admin_client.get(address).content.decode()
    assert (
        "Choose a page that is published." in admin_client.post(address, {"page": draft.pk}).content.decode()
    )
    assert not Redirect.objects.exists()


def test_an_ignored_address_does_not_come_back(admin_client, client, tree):
    ask(client, "/nothing/")
    admin_client.post(reverse("ignore_missing_address", args=[MissingAddress.objects.get().pk]))
    ask(client, "/nothing/")
    assert "No reader asked for" in admin_client.get(REPORT).content.decode()


def test_whoever_makes_no_redirects_does_not_see_it(client, tree):
    ask(client, "/nothing/")
    client.force_login(make_user("reader"))
    row = MissingAddress.objects.get()
    for address in (REPORT, reverse("redirect_missing_address", args=[row.pk])):
        assert client.get(address).status_code == 302
    assert client.post(reverse("ignore_missing_address", args=[row.pk])).status_code == 302
    assert not MissingAddress.objects.get().is_ignored


@pytest.mark.django_db
@pytest.mark.parametrize("branch", ["tree", "chinese_tree"])
def test_a_page_that_moves_or_is_renamed_is_found_at_its_old_address(
    client, request, branch, django_capture_on_commit_callbacks
):
    home = request.getfixturevalue(branch).home
    page, place = make_standard_page(home, "Back pain"), make_standard_page(home, "Pain")
    first = page.url
    page.slug = "backache"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    second = type(page).objects.get(pk=page.pk).url
    type(page).objects.get(pk=page.pk).move(place, pos="last-child")
    for address in (first, second):
        assert client.get(address).headers["Location"].endswith("/pain/backache/")
