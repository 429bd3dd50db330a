"""Django's command, with garbage collected seldom while it works."""

import gc

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command, get_commands
from django.core.management.commands import migrate

from operations.management.commands.migrate import SELDOM


@pytest.fixture
def thresholds(monkeypatch):
    """The thresholds (list of tuples) of the collector while Django's command worked."""
    seen = []
    monkeypatch.setattr(migrate.Command, "handle", lambda *_args, **_options: seen.append(gc.get_threshold()))
    return seen


def test_garbage_is_collected_seldom_only_while_it_works(thresholds):
    before = gc.get_threshold()
    call_command("migrate", skip_checks=True)
    assert thresholds == [SELDOM]
    assert gc.get_threshold() == before


def test_it_is_collected_as_before_after_a_failure(monkeypatch):
    def fail(*_args, **_options):
        raise CommandError("No such app.")

    before = gc.get_threshold()
    monkeypatch.setattr(migrate.Command, "handle", fail)
    with pytest.raises(CommandError):
        call_command("migrate", skip_checks=True)
    assert gc.get_threshold() == before


def test_what_is_swapped_is_asked_once_while_it_works(monkeypatch):
    known = []

    def remember(*_args, **_options):
        before = apps.get_swappable_settings_name("editorial.User")
        type(apps).get_swappable_settings_name.cache_clear()  # what Django does at every step
        monkeypatch.setattr(apps, "get_models", None)
        known.append(before == apps.get_swappable_settings_name("editorial.User") == "AUTH_USER_MODEL")
        monkeypatch.undo()

    monkeypatch.setattr(migrate.Command, "handle", remember)
    call_command("migrate", skip_checks=True)
    assert known == [True]
    assert "get_swappable_settings_name" not in vars(apps)


def test_every_way_to_migrate_is_this_one():
    assert get_commands()["migrate"] == "operations"
