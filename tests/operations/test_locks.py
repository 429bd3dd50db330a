"""Of two who upgrade at once, one waits."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from operations import locks
from operations.locks import Busy, only_one
from operations.management.commands import upgrade_database

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def private_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"


def test_nobody_else_gets_a_lock_that_is_held():
    with only_one("upgrade"), pytest.raises(Busy), only_one("upgrade"):
        pass


def test_a_lock_is_free_again_afterwards_even_after_an_error():
    with pytest.raises(ZeroDivisionError), only_one("upgrade"):
        raise ZeroDivisionError
    with only_one("upgrade"):
        pass


def test_locks_of_another_name_do_not_matter():
    with only_one("upgrade"), only_one("job-purge"):
        pass


def test_who_waits_is_told_so_once_and_goes_on_when_it_is_free(monkeypatch):
    said, held = [], only_one("upgrade")
    held.__enter__()
    monkeypatch.setattr(locks.time, "sleep", lambda seconds: held.__exit__(None, None, None))
    with only_one("upgrade", wait_seconds=9, waiting=lambda: said.append("waiting")):
        assert said == ["waiting"]


@pytest.mark.postgres
def test_the_lock_outlives_the_connection_of_the_site_and_goes_with_its_own():
    with only_one("upgrade"), connection.copy().cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        assert cursor.fetchone() == (1,)


def test_an_upgrade_migrates_completes_the_groups_and_renews_pages_in_this_order(monkeypatch, capsys):
    done = []
    monkeypatch.setattr(upgrade_database, "call_command", lambda name, **options: done.append(name))
    call_command("upgrade_database")
    assert done == ["migrate", "setup_roles", "count_change"]
    assert "up to date" in capsys.readouterr().out


def test_an_upgrade_beside_another_does_nothing_and_says_why():
    with only_one("upgrade"), pytest.raises(CommandError, match="Another upgrade"):
        call_command("upgrade_database", wait=0)
