"""The doctor names what is wrong, and says what to do."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command
from wagtail.models import Site

from operations import doctor

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(settings, tmp_path, monkeypatch):
    """Settings of a public site with nothing wrong."""
    settings.SECURE_HSTS_SECONDS = 1
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    settings.ALLOWED_HOSTS = ["www.example.org"]
    settings.LETTER_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.VAR_DIR = settings.BACKUP_FOLDER = tmp_path
    settings.DEFAULT_FROM_EMAIL, settings.JOBS = "site@example.org", {}
    settings.TWO_STEP_REQUIRED = True
    Site.objects.update(hostname="www.example.org")
    monkeypatch.setattr(doctor, "newest_backup", lambda: SimpleNamespace(age_hours=1))
    return settings


def texts():
    """Give the words of all findings (str)."""
    return "\n".join(finding.text for finding in doctor.examine())


def test_a_site_in_order_has_no_finding(public):
    assert texts() == ""


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY is too short"),
        ("SECRET_KEY", "a" * 60, "SECRET_KEY is too short or too simple"),
        ("DEBUG", True, "DEBUG is on"),
        ("ALLOWED_HOSTS", ["*"], "lets every name through"),
        ("WAGTAILADMIN_BASE_URL", "http://localhost:8000", "links in mails lead there"),
        ("TWO_STEP_REQUIRED", False, "a password alone lets people publish"),
        ("LETTER_BACKEND", "django.core.mail.backends.console.EmailBackend", "printed, not sent"),
    ],
)
def test_a_wrong_setting_is_named(public, setting, value, words):
    setattr(public, setting, value)
    assert words in texts()


def test_a_site_without_a_public_name_is_named(public):
    Site.objects.update(hostname="localhost")
    assert "no public host name" in texts()


def test_accounts_of_the_demonstration_have_no_place_on_a_public_site(public, tmp_path):
    (tmp_path / "demo-accounts.json").touch(mode=0o600)
    assert "accounts of the demonstration" in texts()


def test_a_secret_that_others_can_read_is_named(public, tmp_path):
    (tmp_path / "secret_key").touch()
    (tmp_path / "secret_key").chmod(0o644)
    assert "secret_key" in texts()


def test_a_missing_backup_is_advice_and_no_error(public, monkeypatch):
    monkeypatch.setattr(doctor, "newest_backup", lambda: None)
    assert [(finding.is_error, "no backup" in finding.text) for finding in doctor.examine()] == [
        (False, True)
    ]


@pytest.mark.sqlite
def test_sqlite_on_a_network_folder_is_an_error(public, monkeypatch):
    monkeypatch.setattr(doctor, "file_system", lambda path: "nfs4")
    assert "network folder" in texts()


def test_the_kind_of_a_file_system_is_read_from_the_longest_mount(tmp_path, monkeypatch):
    mounts = "/dev/sda / ext4 rw 0 0\nserver:/x /srv/data nfs4 rw 0 0\n"
    monkeypatch.setattr(doctor.Path, "read_text", lambda self: mounts)
    assert doctor.file_system(doctor.Path("/srv/data/db.sqlite3")) == "nfs4"
    assert doctor.file_system(doctor.Path("/srv/database.sqlite3")) == "ext4"


def test_the_command_tells_the_remedy_and_fails_when_something_must_be_mended(public, capsys):
    public.ALLOWED_HOSTS = ["*"]
    with pytest.raises(SystemExit) as left:
        call_command("doctor")
    assert left.value.code == 1
    assert "→ List the names" in capsys.readouterr().out


def test_the_command_says_when_nothing_is_wrong(public, capsys):
    call_command("doctor")
    assert "Nothing is wrong." in capsys.readouterr().out


def test_jobs_that_nobody_starts_are_advice(public):
    public.JOBS = {"purge": {"label": "Purge", "command": ["purge"], "every": 60, "at": "00:17"}}
    assert [(finding.is_error, finding.text) for finding in doctor.examine()] == [(False, "Overdue: purge.")]


def test_a_task_that_nobody_takes_is_advice(public, monkeypatch):
    monkeypatch.setattr(doctor, "queue_moves", lambda: "A task has waited")
    assert texts() == "A task has waited"
