"""What was backed up comes back, and a damaged backup is never taken for a whole one."""

import json
import stat

import pytest
from django.core.management import CommandError, call_command

from editorial.models import User
from operations.backups import BackupError, all_backups, make_backup, restore_backup, verify_backup
from tests.editorial.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(settings, tmp_path):
    """A site with one picture and one account; gives the folder (Path) for its backups."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.VAR_DIR = tmp_path
    settings.BACKUP_FOLDER = tmp_path / "backups"
    (settings.MEDIA_ROOT / "images").mkdir(parents=True)
    (settings.MEDIA_ROOT / "images" / "knee.webp").write_bytes(b"a picture")
    make_user("kim")
    return tmp_path / "backups"


@pytest.fixture
def backup(folder):
    """A Backup of that site."""
    return make_backup()


def test_a_backup_holds_database_pictures_and_their_hashes(backup):
    assert {"media/images/knee.webp", backup.database.name} == set(backup.manifest["files"])
    assert backup.manifest["rows"]["editorial_user"] == 1
    assert verify_backup(backup) == []


def test_only_its_owner_can_read_a_backup(backup):
    assert stat.S_IMODE(backup.folder.stat().st_mode) == 0o700


def test_what_was_lost_and_changed_comes_back(backup, settings):
    User.objects.all().delete()
    (settings.MEDIA_ROOT / "images" / "knee.webp").write_bytes(b"another")
    former = restore_backup(backup)
    assert User.objects.get().username == "kim"
    assert (settings.MEDIA_ROOT / "images" / "knee.webp").read_bytes() == b"a picture"
    assert (former / "images" / "knee.webp").read_bytes() == b"another"


def test_content_is_not_overwritten_unasked(backup):
    make_user("lee")
    with pytest.raises(BackupError, match="--replace"):
        restore_backup(backup)
    restore_backup(backup, replace=True)
    assert [user.username for user in User.objects.all()] == ["kim"]


@pytest.mark.parametrize("name", ["media/images/knee.webp", "database"])
def test_one_changed_byte_is_found_and_nothing_is_restored(backup, name):
    path = backup.database if name == "database" else backup.folder / name
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert verify_backup(backup) == [f"changed: {path.relative_to(backup.folder)}"]
    with pytest.raises(BackupError, match="damaged"):
        restore_backup(backup, replace=True)
    assert User.objects.get().username == "kim"


def test_missing_and_unknown_files_are_found(backup):
    (backup.folder / "media/images/knee.webp").rename(backup.folder / "media/images/hip.webp")
    assert verify_backup(backup) == ["missing: media/images/knee.webp", "unknown: media/images/hip.webp"]


def test_a_broken_database_is_found_even_under_the_right_hash(backup):
    backup.database.write_bytes(b"no database at all")
    manifest = backup.manifest["files"]
    manifest[backup.database.name] = "50ef0ff3c4c8e7b8ab3a5a3f7f6fd9bbd4aa4e7a"
    assert verify_backup(backup)


def test_a_backup_of_the_other_database_is_refused(backup):
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[backup.manifest["database"]]
    backup.database.rename(backup.folder / ("database.dump" if other == "postgresql" else "database.sqlite3"))
    backup.manifest["database"] = other
    with pytest.raises(BackupError):
        restore_backup(backup, replace=True)


def test_only_as_many_are_kept_as_asked_and_the_newest_stay(folder):
    names = [make_backup(keep=2).folder.name for _ in range(4)]
    assert [backup.folder.name for backup in all_backups()] == [names[3], names[2]]


def test_a_backup_that_cannot_be_written_leaves_nothing_half_done(folder, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(BackupError, match="cannot be written"):
        make_backup(folder=tmp_path / "file")
    assert all_backups() == []


def test_an_unfinished_or_damaged_one_does_not_count(backup):
    (backup.folder / "manifest.json").write_text(json.dumps({"created": "yesterday"}))
    assert all_backups() == []
    with pytest.raises(CommandError, match="damaged"):
        call_command("verify_backup", backup.folder)


def test_the_commands_work_one_after_the_other(folder, capsys):
    call_command("backup", str(folder), keep=3)
    made = capsys.readouterr().out.split()[-1]
    call_command("verify_backup", made)
    assert "2 files are as they were backed up" in capsys.readouterr().out
    call_command("restore", made, replace=True)
    assert "is back" in capsys.readouterr().out
