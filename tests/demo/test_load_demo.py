"""The command: what it says, and when it refuses."""

import pytest
from django.core.management import CommandError, call_command

from demo import content_files
from demo.loading.ledger import Ledger
from demo.management.commands.load_demo import Command
from pages.models import HomePage


def test_a_site_with_pages_of_its_own_is_left_alone(tree):
    with pytest.raises(CommandError, match="pages already"):
        call_command("load_demo")
    assert HomePage.objects.count() == 1


def test_a_wrong_content_file_stops_with_its_name(empty_site, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    (tmp_path / "sources.toml").write_text("[broken")
    monkeypatch.setattr(content_files, "CONTENT", tmp_path)
    content_files.read_table.cache_clear()
    with pytest.raises(CommandError, match=r"sources\.toml"):
        call_command("load_demo")
    content_files.read_table.cache_clear()


def test_the_outcome_says_whether_anything_was_new():
    assert "Nothing was changed" in Command()._outcome(0)
    assert "12 new things" in Command()._outcome(12)


def test_the_accounts_are_printed_at_every_run(db, settings, tmp_path, capsys):
    settings.VAR_DIR = tmp_path
    Ledger().remember("accounts/admin", None)
    Command()._print_accounts()
    assert "what it is for" in capsys.readouterr().out
