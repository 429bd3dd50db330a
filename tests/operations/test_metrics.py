"""Figures for Prometheus: for whoever shows the token, and for nobody where there is none."""

import pytest

from operations import metrics

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
TOKEN = "a-token-for-tests"


@pytest.fixture
def measured(settings, tmp_path):
    settings.METRICS_TOKEN, settings.VAR_DIR = TOKEN, tmp_path
    settings.MIDDLEWARE = ["operations.metrics.CountRequests", *settings.MIDDLEWARE]


def test_without_a_token_there_is_no_such_address(client):
    assert client.get("/metrics").status_code == 404


def test_without_the_library_there_is_no_such_address(client, measured, monkeypatch):
    monkeypatch.setattr(metrics, "prometheus", None)
    assert client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 404


@pytest.mark.parametrize("shown", ["", "Bearer ", "Bearer wrong", "Bearer a-token-for-test"])
def test_whoever_shows_another_token_is_refused(client, measured, shown):
    assert client.get("/metrics", headers={"Authorization": shown}).status_code == 403


def test_requests_checks_and_jobs_are_told(client, measured):
    client.get("/healthz")
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    text = answer.content.decode()
    assert 'healthsite_request_seconds_count{method="GET",status="2xx"}' in text
    assert 'healthsite_check{name="database"} 1.0' in text
    assert 'healthsite_check{name="timers"} 0.0' in text
    assert "healthsite_task_wait_seconds 0.0" in text
    assert "no-store" in answer["Cache-Control"]
