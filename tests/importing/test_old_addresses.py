"""Who follows an old address arrives at the imported page, once it is published."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from articles.models import ArticlePage
from importing.models import ImportedFile
from importing.pipeline import Refused
from importing.services import keep_old_address, path_of
from pages.models import MissingAddress
from tests.articles.factories import make_article

from .factories import import_text
from .samples import TREATMENTS_ENGLISH

OLD = "https://old.example.org/show.php?id=7&lang=en"
STATED = f"{TREATMENTS_ENGLISH}\nOriginal URL: https://old.example.org/knee/arthritis.html\n"


def published(file):
    """Publish a draft that nothing stands in the way of in place of that of `file`; give the page."""
    page = make_article(file.page.get_parent().specific, "Fit to be read", slug="fit", live=False)
    ImportedFile.objects.filter(pk=file.pk).update(page=page)
    page.save_revision().publish()
    return page


def test_an_address_that_the_text_states_leads_to_the_page_when_it_is_published(client, tree):
    file = import_text(STATED)
    assert file.old_address == "/knee/arthritis.html"
    assert not Redirect.objects.exists()
    today = timezone.localdate()
    MissingAddress.objects.create(path="/knee/arthritis.html", first_seen=today, last_seen=today)
    page = published(file)
    answer = client.get("/knee/arthritis.html")
    assert (answer.status_code, answer["Location"]) == (301, page.url)
    assert not MissingAddress.objects.exists()


def test_the_line_with_the_address_is_not_in_the_draft_but_in_the_ledger(tree):
    file = import_text(STATED)
    assert "old.example.org" not in str(file.page.specific.body.raw_data)
    assert (
        file.ledger.get(reason="old_address").original
        == "Original URL: https://old.example.org/knee/arthritis.html"
    )


def test_an_address_with_a_query_is_followed_with_it_only(client, tree):
    file = import_text()
    keep_old_address(file, address=OLD)
    page = published(file)
    assert client.get("/show.php?lang=en&id=7")["Location"] == page.url
    assert client.get("/show.php?id=8").status_code == 404


def test_a_redirect_that_somebody_made_stays(tree):
    kept = Redirect.objects.create(old_path="/show.php?id=7&lang=en", redirect_link="/elsewhere/")
    file = import_text()
    keep_old_address(file, address=OLD)
    published(file)
    assert list(Redirect.objects.all()) == [kept]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://old.example.org/a", "no address"),
        ("old page", "no address"),
        ("http://[broken", "no address"),
        ("https://old.example.org/", "front page"),
        ("https://old.example.org/" + "a" * 255, "256 characters"),
    ],
)
def test_what_is_no_usable_address_is_refused_with_the_reason(address, reason):
    with pytest.raises(Refused, match=reason):
        path_of(address)


def test_the_longest_address_is_kept(client, tree):
    longest = f"/{'a' * 249}.html"
    file = import_text()
    keep_old_address(file, address=longest)
    assert client.get(longest).status_code == 404
    page = published(file)
    assert client.get(longest)["Location"] == page.url
    assert client.get(f"/{'a' * 5000}.html").status_code == 404


def test_an_editor_types_it_on_the_screen(admin_client, tree):
    file = import_text()
    where = reverse("importing:act", args=[file.pk, "old-address"])
    page = admin_client.post(where, {"address": "x" * 300}, follow=True).content.decode()
    assert "is no address of a page" in page
    admin_client.post(where, {"address": OLD})
    file.refresh_from_db()
    assert file.old_address == "/show.php?id=7&lang=en"
    assert "lang=en" in admin_client.get(reverse("importing:file", args=[file.pk])).content.decode()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TREATMENTS_ENGLISH, "utf-8")
    return tmp_path


def test_the_command_takes_a_list_of_addresses_also_for_what_is_there_already(tree, folder, capsys):
    call_command("import_pages", str(folder))
    (folder / "list.csv").write_text("file,address\na.txt,/old/a\nb.txt,/old/b\n", "utf-8")
    call_command("import_pages", str(folder), "--addresses", str(folder / "list.csv"))
    assert ImportedFile.objects.get(outcome="imported").old_address == "/old/a"
    assert "No file of the import is called b.txt." in capsys.readouterr().err


def test_the_command_takes_the_folder_of_the_old_pages(tree, folder):
    call_command("import_pages", str(folder), "--source-url", "https://old.example.org/health/")
    assert ImportedFile.objects.get().old_address == "/health/a"


@pytest.mark.parametrize("row", ["a.txt", "a.txt,none", f"a.txt,/{'a' * 300}", "a.txt,/a,/b"])
def test_a_bad_line_of_the_list_is_named_before_anything_is_imported(tree, folder, row):
    (folder / "list.csv").write_text(f"file,address\n{row}\n", "utf-8")
    with pytest.raises(CommandError, match="Line 2"):
        call_command("import_pages", str(folder), "--addresses", str(folder / "list.csv"))
    assert not ArticlePage.objects.exists()
