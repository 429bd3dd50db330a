"""manage.py import_pages"""

import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import ArticlePage
from importing.models import ImportRun

from .samples import CHINESE, TREATMENTS_ENGLISH


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(TREATMENTS_ENGLISH, "utf-8")
    (tmp_path / "b.txt").write_bytes(CHINESE.encode("gb18030"))
    return tmp_path


def test_a_folder_is_imported_with_progress_and_summary(tree, folder, capsys):
    call_command("import_pages", str(folder))
    output = capsys.readouterr()
    assert "[2/2] b.txt" in output.err
    assert "2 imported, 0 already there, 0 failed" in output.out
    assert ArticlePage.objects.count() == 2


def test_a_dry_run_writes_only_the_report(tree, folder, tmp_path):
    report = tmp_path / "report.json"
    call_command("import_pages", str(folder), "--dry-run", "--report", str(report))
    written = json.loads(report.read_text("utf-8"))
    assert (written["dry_run"], written["summary"]["imported"]) == (True, 2)
    assert not ArticlePage.objects.exists()
    assert not ImportRun.objects.exists()


def test_a_failed_file_is_named_and_ends_the_command_with_an_error(tree, folder, capsys):
    (folder / "c.txt").write_bytes(b"")
    with pytest.raises(CommandError):
        call_command("import_pages", str(folder))
    assert "c.txt: Failed. The file is empty." in capsys.readouterr().err
    assert ArticlePage.objects.count() == 2


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_imported(tree, folder):
    with pytest.raises(CommandError, match="folder for the report"):
        call_command("import_pages", str(folder), "--report", str(folder / "none" / "r.json"))
    assert not ArticlePage.objects.exists()
