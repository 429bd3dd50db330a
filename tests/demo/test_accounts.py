"""Accounts for trying out each role."""

import json
import stat

import pytest

from demo.loading.accounts import ROLES, account_table, accounts_file, make_accounts
from demo.loading.ledger import Ledger
from editorial.models import User


@pytest.fixture
def accounts(db, settings, tmp_path, monkeypatch):
    """Make the accounts into a folder of this test."""
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    settings.VAR_DIR = tmp_path / "var"
    return lambda: make_accounts(Ledger(), [].append)


def test_each_role_has_an_account_in_its_group(accounts):
    accounts()
    groups = {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()}
    assert groups == ROLES
    assert [user.username for user in User.objects.filter(is_superuser=True)] == ["admin"]


def test_the_table_shows_passwords_that_work(accounts):
    accounts()
    for name, password, _purpose in account_table():
        assert User.objects.get(username=name).check_password(password)


def test_passwords_are_random_and_only_the_owner_may_read_them(accounts):
    accounts()
    kept = json.loads(accounts_file().read_text())
    assert len({entry["password"] for entry in kept.values()}) == len(ROLES)
    assert stat.S_IMODE(accounts_file().stat().st_mode) == 0o600


def test_the_environment_may_choose_the_password(accounts, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "a-chosen-password")
    accounts()
    assert User.objects.get(username="editor").check_password("a-chosen-password")


def test_a_password_that_somebody_changed_is_neither_shown_nor_restored(accounts):
    accounts()
    user = User.objects.get(username="editor")
    user.set_password("my-own-password")
    user.save()
    accounts()
    assert ("editor", "changed since") in [row[:2] for row in account_table()]


def test_an_account_that_somebody_deleted_stays_deleted(accounts):
    accounts()
    User.objects.get(username="moderator").delete()
    accounts()
    assert "moderator" not in [row[0] for row in account_table()]


def test_a_lost_password_file_is_said_in_words(accounts):
    accounts()
    accounts_file().unlink()
    assert "changepassword editor" in account_table()[1][1]


def test_an_existing_account_keeps_its_password(accounts):
    User.objects.create_user("admin", password="was-here-before")
    accounts()
    assert User.objects.get(username="admin").check_password("was-here-before")
