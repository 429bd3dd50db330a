"""Content out of a site and into an empty one."""

import json
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, PageViewRestriction, Site

from comments.models import ReaderComment
from conditions.models import ConditionPage
from editorial.models import Source
from pages.models import SiteImage
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_source
from tests.pages.factories import make_picture, paragraph, stream

from .emptying import empty_the_site

pytestmark = pytest.mark.sqlite


@pytest.fixture
def disc(tree):
    source = make_source()
    cited = f'<p>It helps.<a linktype="source" id="{source.pk}">[*]</a></p>'
    first = {"first_published_at": datetime(2024, 5, 1, tzinfo=UTC), "picture": make_picture()}
    page = make_condition(tree.conditions, overview=stream(paragraph(cited)), **first)
    make_option(page, make_treatment(tree.treatments), stages=[("early", "not_assessed")])
    return page


def export(tmp_path, *options):
    """Write everything into a new folder; give it."""
    call_command("export_content", tmp_path / "out", *options)
    return tmp_path / "out"


def travel(tmp_path, *options):
    """Write everything, empty the site, load it again."""
    folder = export(tmp_path, *options)
    empty_the_site()
    call_command("import_content", folder)


def spoil(folder, change):
    """Change the lines (list of str) of an export."""
    path = folder / "content.jsonl"
    path.write_text("\n".join(change(path.read_text().splitlines())) + "\n")


def test_text_relations_sources_and_files_arrive(client, disc, tmp_path):
    before = client.get(disc.url).content.decode()
    travel(tmp_path)
    page = ConditionPage.objects.get()
    assert page.treatment_options.get().stages.get().stage == "early"
    assert page.picture.file.storage.exists(page.picture.file.name)
    assert Source.objects.count() == SiteImage.objects.count() == 1
    assert page.first_published_at == disc.first_published_at
    after = client.get(page.url).content.decode()
    assert between(after) == between(before)


def between(html):
    """Give the text of a page (str), without what is made anew each time."""
    return html[html.index('<div class="text"') : html.index('<section class="references"')]


def test_a_page_that_the_gate_would_refuse_comes_back_as_a_draft(disc, tmp_path, capsys):
    Page.objects.filter(pk=disc.pk).update(live=True)
    ConditionPage.objects.filter(pk=disc.pk).update(label_confirmed=False)
    travel(tmp_path)
    assert not ConditionPage.objects.get().live
    said = capsys.readouterr().out
    assert f"kept as a draft: {disc.title}: Nobody has confirmed the label" in said
    assert "now are drafts: 1" in said


def test_a_newer_draft_stays_a_draft_over_the_public_text(disc, tmp_path):
    disc.summary = "Not yet for readers."
    disc.save_revision()
    travel(tmp_path)
    page = ConditionPage.objects.get()
    assert (page.live, page.has_unpublished_changes, page.summary) == (True, True, "")
    assert page.get_latest_revision_as_object().summary == "Not yet for readers."


def test_a_private_page_never_becomes_public(client, disc, tmp_path):
    PageViewRestriction.objects.create(page=disc, restriction_type="password", password="secret")
    travel(tmp_path)
    restriction = PageViewRestriction.objects.get()
    assert (restriction.restriction_type, restriction.password) == ("login", "")
    assert "secret" not in (tmp_path / "out/content.jsonl").read_text()


def test_comments_travel_only_when_asked_for(disc, tmp_path):
    ReaderComment.objects.create(page=disc, name="Ada", email="ada@example.org", body="Thank you.")
    assert "ada@example.org" not in (export(tmp_path) / "content.jsonl").read_text()
    (tmp_path / "more").mkdir()
    travel(tmp_path / "more", "--comments")
    assert ReaderComment.objects.get().body == "Thank you."


def test_the_address_of_the_new_house_stays(disc, tmp_path):
    folder = export(tmp_path)
    empty_the_site()
    Site.objects.create(
        hostname="new.example.org", root_page=Page.get_first_root_node(), is_default_site=True
    )
    call_command("import_content", folder)
    assert Site.objects.get().hostname == "new.example.org"


def test_a_site_with_pages_is_left_alone(disc, tmp_path):
    folder = export(tmp_path)
    with pytest.raises(CommandError, match="not empty"):
        call_command("import_content", folder)


def test_a_folder_in_use_is_left_alone(disc, tmp_path):
    with pytest.raises(CommandError, match="in use"):
        call_command("export_content", export(tmp_path))


BROKEN = {
    "Line 2": lambda lines: [lines[0], "{", *lines[1:]],
    "not whole": lambda lines: lines[:-2],
    "no export of this": lambda lines: ["{}", *lines[1:]],
    "must first have these languages": lambda lines: [lines[0].replace('"en"', '"tlh"'), *lines[1:]],
    "has no": lambda lines: [lines[0], '{"model": "auth.group", "pk": 1}', *lines[1:]],
    "names its model": lambda lines: [lines[0], "{}", *lines[1:]],
    "does not fit": lambda lines: [line.replace('"locale": "en"', '"locale": "fr"') for line in lines],
}


@pytest.mark.parametrize("reason", BROKEN)
def test_a_damaged_export_is_refused_and_nothing_changed(disc, tmp_path, reason):
    folder = export(tmp_path)
    spoil(folder, BROKEN[reason])
    empty_the_site()
    with pytest.raises(CommandError, match=rf"Nothing was loaded.*{reason}"):
        call_command("import_content", folder)
    assert Page.objects.count() == 1


def test_a_changed_or_foreign_file_is_refused(disc, tmp_path):
    folder = export(tmp_path)
    empty_the_site()
    next((folder / "files").rglob("*.png")).write_bytes(b"other")
    with pytest.raises(CommandError, match="was changed"):
        call_command("import_content", folder)
    name = json.dumps(disc.picture.file.name)
    spoil(folder, lambda lines: [line.replace(f'"name": {name}', '"name": "../../secret"') for line in lines])
    with pytest.raises(CommandError, match="is missing"):
        call_command("import_content", folder)


def test_a_folder_that_is_not_there_is_told(db, tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_content", tmp_path / "nowhere")
