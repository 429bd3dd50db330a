"""Watchers are told whether a visitor can be served, and never why not."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.apps import TasksAppConfig

from operations import readiness

pytestmark = pytest.mark.django_db


@pytest.fixture
def broken_disk(monkeypatch):
    monkeypatch.setattr(readiness, "LEAST_FREE_BYTES", 10**18)


def test_a_living_process_says_so_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_a_site_in_order_is_ready(client, settings, tmp_path):
    settings.VAR_DIR, settings.JOBS = tmp_path, {}
    answer = client.get("/readyz").json()
    assert answer["ready"]
    assert answer["checks"] == {"database": True, "migrations": True, "disk": True}
    assert answer["on_time"] == {"queue": True, "backup": False, "timers": True}


def test_what_is_late_takes_no_site_from_its_readers_but_wakes_those_who_ask_for_all(client, caplog):
    assert client.get("/readyz").status_code == 200
    assert client.get("/readyz?all").status_code == 503
    assert "late, timers: Overdue: publish_scheduled" in caplog.text


def test_the_queue_has_the_label_by_which_it_is_asked():
    assert TasksAppConfig.label == readiness.QUEUE


def test_a_task_that_nobody_takes_is_late(monkeypatch):
    since = timezone.now() - timedelta(minutes=11)
    monkeypatch.setattr(readiness, "waits_since", lambda: since)
    assert "waited for 11 minutes" in readiness.queue_moves()


def test_without_a_queue_in_the_database_nothing_waits(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert readiness.queue_moves() is None


def test_a_full_disk_takes_the_site_out_of_service_and_only_the_log_says_why(client, broken_disk, caplog):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["checks"]["disk"]) == (503, False)
    assert "MB" not in answer.content.decode()
    assert "MB are free" in caplog.text


def test_a_database_that_takes_no_writes_is_noticed(client, monkeypatch):
    def refuse(**fields):
        raise DatabaseError("read-only")

    monkeypatch.setattr(readiness.Session.objects, "create", refuse)
    assert client.get("/readyz").json()["checks"]["database"] is False


def test_the_probe_leaves_no_row(client):
    client.get("/readyz")
    assert not readiness.Session.objects.filter(session_key__startswith=readiness.PROBE).exists()


def test_a_migration_that_is_not_applied_is_noticed(client, monkeypatch):
    monkeypatch.setattr(readiness.MigrationExecutor, "migration_plan", lambda self, targets: [1, 2])
    assert "2 migrations" in readiness.migrations_applied()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_answers_are_never_kept_and_nothing_is_taken(client, path):
    assert "no-store" in client.get(path)["Cache-Control"]
    assert client.post(path).status_code == 405


@override_settings(SECURE_SSL_REDIRECT=True, SECURE_REDIRECT_EXEMPT=[r"^healthz$", r"^readyz$"])
def test_watchers_may_ask_without_tls(client):
    assert client.get("/healthz").status_code == 200
    assert client.get("/").status_code == 301
