"""The doctor on what stands around the site: silent where it is switched off, in words where it is wrong."""

import pytest
from django.core.files.storage import InvalidStorageError
from django.db import OperationalError

from operations import doctor_extras as extras

S3 = {"default": {"BACKEND": "storages.backends.s3.S3Storage"}}
OPENSEARCH = {"default": {"BACKEND": "wagtail.search.backends.opensearch3"}}
HERE = {"NAME": "site", "HOST": "db1", "PORT": 5432}


def words(finding):
    """Give what a Finding says, its remedy too (str); an empty text for none."""
    return f"{finding.text} {finding.remedy}" if finding else ""


@pytest.fixture
def missing(monkeypatch):
    """Nothing of requirements-extras.txt is installed."""
    monkeypatch.setattr(extras.importlib.util, "find_spec", lambda name: None)


def test_nothing_is_said_about_what_is_switched_off(settings, tmp_path):
    settings.BACKUP_FOLDER = tmp_path / "not" / "yet"
    settings.METRICS_TOKEN = ""
    assert [examine() for examine in extras.EXTRA_EXAMINATIONS] == [None] * len(extras.EXTRA_EXAMINATIONS)


def test_what_is_switched_on_without_its_library_names_the_file_to_install(settings, missing):
    settings.STORAGES, settings.WAGTAILSEARCH_BACKENDS = {**settings.STORAGES, **S3}, OPENSEARCH
    settings.METRICS_TOKEN = "x" * 30
    for examine in (extras.pictures, extras.search, extras.figures):
        assert "requirements-extras.txt" in words(examine())


def test_a_proxy_that_is_not_counted_is_named(settings):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_PROXY_SSL_HEADER = 1, ("HTTP_X_FORWARDED_PROTO", "https")
    assert "COMMENTS_TRUSTED_PROXIES is 0" in words(extras.proxies())
    settings.COMMENTS_TRUSTED_PROXIES = 1
    assert extras.proxies() is None


def test_mails_from_localhost_are_named(settings):
    settings.SECURE_HSTS_SECONDS, settings.DEFAULT_FROM_EMAIL = 1, "healthsite@localhost"
    assert "most servers refuse them" in words(extras.sender())


def test_an_object_store_that_does_not_answer_is_named_with_its_reason(settings, monkeypatch):
    class Gone:
        def exists(self, name):
            raise InvalidStorageError("no such bucket")

    settings.STORAGES = {**settings.STORAGES, **S3}
    monkeypatch.setattr(extras, "default_storage", Gone())
    assert "no such bucket" in words(extras.pictures())


def test_an_opensearch_that_does_not_answer_is_named(settings, monkeypatch):
    settings.WAGTAILSEARCH_BACKENDS = OPENSEARCH
    monkeypatch.setattr(extras, "get_search_backend", lambda: None)
    monkeypatch.setattr(extras, "_pings", lambda backend: False)
    assert "readers find nothing" in words(extras.search())


def test_a_copy_that_is_the_database_itself_or_gone_is_named(settings, monkeypatch):
    class Gone:
        def ensure_connection(self):
            raise OperationalError("connection refused")

    monkeypatch.setitem(settings.DATABASES, "default", HERE)
    monkeypatch.setitem(settings.DATABASES, "replica", HERE)
    assert "names the database itself" in words(extras.copy_of_the_database())
    settings.DATABASES["replica"] = {**HERE, "HOST": "db2"}
    monkeypatch.setattr(extras, "connections", {"replica": Gone()})
    assert "connection refused" in words(extras.copy_of_the_database())


def test_a_token_that_can_be_guessed_is_named(settings):
    settings.METRICS_TOKEN = "short"
    assert "shorter than 20" in words(extras.figures())


def test_a_folder_for_backups_that_cannot_be_written_is_named(settings, tmp_path, monkeypatch):
    settings.BACKUP_FOLDER = tmp_path
    monkeypatch.setattr(extras.os, "access", lambda path, mode: False)
    assert "BACKUP_FOLDER" in words(extras.backup_folder())
