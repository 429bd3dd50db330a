"""The screens in the admin: what they show, who may open them, what they cost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import ArticlePage
from importing.models import ImportRun, MatchProposal
from importing.permissions import may_import
from importing.services import import_files
from tests.conditions.factories import make_condition
from tests.editorial.factories import make_user

from .factories import CHINESE_TITLE, import_text, incoming
from .samples import ONE_LINE, TREATMENTS_ENGLISH


@pytest.fixture
def editor(client, tree):
    """A client logged in as an administrator of pages."""
    client.force_login(make_user("boss", is_superuser=True, is_staff=True))
    return client


@pytest.fixture
def moderator(client, tree):
    """A client logged in as somebody who may open the admin, but add no article."""
    client.force_login(make_user("moderator", "Moderators"))
    return client


def screen(client, name, *args):
    response = client.get(reverse(f"importing:{name}", args=args))
    return response.content.decode()


def press(client, name, *args, **data):
    return client.post(reverse(f"importing:{name}", args=args), data, follow=True)


def test_without_imports_the_list_says_so(editor):
    assert "Nothing has been imported yet" in screen(editor, "index")


def test_uploaded_files_become_drafts_and_failed_ones_are_named(editor):
    files = [SimpleUploadedFile("a.txt", TREATMENTS_ENGLISH.encode()), SimpleUploadedFile("empty.txt", b"")]
    response = press(editor, "index", files=files)
    text = response.content.decode()
    assert "1 imported, 0 already there, 1 failed" in text
    assert "empty.txt" in text
    assert "The file is empty." in text
    assert ArticlePage.objects.count() == 1


def test_an_upload_without_files_is_answered_with_the_reason(editor):
    response = press(editor, "index")
    assert response.status_code == 400
    assert "Please choose at least one file." in response.content.decode()


def test_the_file_screen_shows_source_draft_and_reasons(editor):
    text = screen(editor, "file", import_text().pk)
    assert "Share this page" in text
    assert "A line for sharing or printing." in text
    assert "Standard Treatment Methods" in text
    assert "Sample Valley Clinic" in text


def test_a_failed_file_shows_its_reason(editor):
    assert "null bytes" in screen(editor, "file", import_text(b"x\x00y").pk)


def test_a_file_known_before_shows_the_first_ledger(editor):
    import_text()
    assert "A line for sharing or printing." in screen(editor, "file", import_text(name="copy.txt").pk)


def test_script_in_a_source_is_shown_as_text(editor):
    text = screen(editor, "file", import_text("A Title\n\n<script>alert(1)</script> stands in this line.").pk)
    assert "<script>alert(1)" not in text


def test_the_title_is_confirmed_by_a_button(editor):
    file = import_text(ONE_LINE)
    press(editor, "act", file.pk, "confirm-title", title="Swimming and knees")
    page = ArticlePage.objects.get(pk=file.page_id)
    assert (page.title, page.needs_title) == ("Swimming and knees", False)


@pytest.mark.parametrize(
    ("action", "decision"),
    [("translate-title", "translated"), ("keep-title", "kept"), ("begin-translation", "stub")],
)
def test_each_choice_about_the_language_has_a_button(editor, chinese_tree, action, decision):
    file = import_text(CHINESE_TITLE)
    assert f"/{action}/" in screen(editor, "file", file.pk)
    press(editor, "act", file.pk, action, title="Swimming")
    file.refresh_from_db()
    assert file.language_decision == decision


def test_a_refused_action_says_why(editor):
    file = import_text(CHINESE_TITLE)
    response = press(editor, "act", file.pk, "begin-translation")
    assert "no pages in the language" in response.content.decode()


@pytest.mark.parametrize(
    ("decision", "status"), [("confirm", "confirmed"), ("reject", "rejected"), ("new", "separate")]
)
def test_each_decision_about_a_match_has_a_button(editor, tree, decision, status):
    make_condition(tree.conditions, "Chronic elbow tendinitis")
    file = import_text()
    proposal = MatchProposal.objects.get(kind="condition")
    assert reverse("importing:decide", args=[proposal.pk, decision]) in screen(editor, "file", file.pk)
    press(editor, "decide", proposal.pk, decision)
    proposal.refresh_from_db()
    assert proposal.status == status


def test_a_second_decision_is_answered_kindly(editor):
    import_text()
    proposal = MatchProposal.objects.filter(kind="condition").get()
    press(editor, "decide", proposal.pk, "confirm")
    assert "decided this already" in press(editor, "decide", proposal.pk, "reject").content.decode()


def test_unknown_actions_are_not_found(editor):
    file = import_text()
    assert press(editor, "act", file.pk, "publish").status_code == 404
    assert press(editor, "decide", MatchProposal.objects.first().pk, "merge").status_code == 404


def test_decisions_need_post(editor):
    file = import_text()
    assert editor.get(reverse("importing:act", args=[file.pk, "keep-title"])).status_code == 405


def test_forms_need_their_token(tree):
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("boss", is_superuser=True, is_staff=True))
    assert client.post(reverse("importing:index")).status_code == 403


@pytest.mark.parametrize("name", ["index", "run", "file"])
def test_who_adds_no_articles_sees_no_import(moderator, name):
    file = import_text()
    args = {"index": [], "run": [file.run_id], "file": [file.pk]}[name]
    response = moderator.get(reverse(f"importing:{name}", args=args))
    assert response.status_code in (302, 403)
    assert file.name not in response.content.decode()


def test_who_adds_no_articles_decides_nothing(moderator):
    file = import_text(CHINESE_TITLE)
    press(moderator, "act", file.pk, "keep-title")
    press(moderator, "decide", MatchProposal.objects.first().pk, "reject")
    file.refresh_from_db()
    assert file.language_decision == ""
    assert MatchProposal.objects.first().is_open


def test_editors_may_import(client, tree):
    client.force_login(make_user("writer", "Editors"))
    assert client.get(reverse("importing:index")).status_code == 200


def test_visitors_are_asked_to_log_in(client, tree):
    response = client.get(reverse("importing:index"))
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_the_report_of_a_run_can_be_downloaded(editor):
    file = import_text()
    report = editor.get(reverse("importing:report", args=[file.run_id])).json()
    assert report["files"][0]["name"] == file.name


def test_the_run_screen_costs_the_same_for_many_files(editor, django_assert_max_num_queries):
    files = [
        incoming(f"{TREATMENTS_ENGLISH}\nPart {number} ends here.", f"{number}.txt") for number in range(6)
    ]
    run, _report = import_files(files)
    with django_assert_max_num_queries(20):
        screen(editor, "run", run.pk)


def test_the_list_of_runs_is_cut_into_pages(editor, django_assert_max_num_queries):
    ImportRun.objects.bulk_create(ImportRun(importer_version="1") for _ in range(45))
    with django_assert_max_num_queries(16):
        text = screen(editor, "index")
    assert "Page 1 of 3" in text
    assert "?p=2" in text


def test_the_source_is_cut_into_pages(editor, django_assert_max_num_queries):
    lines = "\n\n".join(
        f"Sentence number {number} stands in this long text of ours." for number in range(300)
    )
    file = import_text(f"A Title\n\n{lines}")
    with django_assert_max_num_queries(45):
        assert "Page 1 of 4" in screen(editor, "file", file.pk)


def test_the_menu_has_an_entry_for_those_who_may_import(editor):
    assert reverse("importing:index") in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_the_menu_asks_once_where_articles_may_be_added(tree, settings, django_assert_num_queries):
    settings.COUNT_CHANGES = True
    user = make_user("chief", is_superuser=True)
    assert may_import(user)
    with django_assert_num_queries(0):
        assert may_import(user)
    tree.articles.delete()
    assert not may_import(user)
