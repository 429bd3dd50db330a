"""The shared cache, a Redis of our own: counted in while it is there, done without while it is gone."""

import signal
import time
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import RequestFactory
from django_redis.pool import ConnectionFactory

from comments import rates
from comments.models import RateCount
from editorial.safety import limits
from healthsite import shared_cache
from healthsite.settings.environment import env
from healthsite.settings.extras import cache_settings
from operations import doctor_extras, readiness
from scripts.private_redis import private_redis

pytestmark = [pytest.mark.needs("redis"), pytest.mark.django_db, pytest.mark.sqlite]
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def server():
    with private_redis() as server:
        yield server


@pytest.fixture
def redis(server, settings, monkeypatch):
    """The server, running and empty, as CACHE_URL names it; after a failure it is asked again at once."""
    # A pool remembers for how long it asks no more.
    ConnectionFactory._pools.clear()
    if not server.process:
        server.start()
    monkeypatch.setenv("CACHE_URL", server.url)
    monkeypatch.setattr(shared_cache, "PAUSE_SECONDS", 0)
    settings.CACHES = cache_settings(env)
    caches["shared"].clear()
    return server


def hits(count, key="net"):
    """Count `count` (int) times; give what was answered (list of int)."""
    return [rates.hit(key, per=DAY) for _time in range(count)]


def other_connection():
    """Give the shared cache as another process would reach it."""
    return caches.create_connection("shared")


def test_two_connections_count_together_and_the_database_is_not_asked(redis, django_assert_num_queries):
    assert hits(1) == [1]
    with django_assert_num_queries(0):
        window = rates._window(DAY)[0]
        assert other_connection().incr(f"comments.rate:net:{window}") == 2
        assert hits(1) == [3]
        assert rates.seen("net", per=DAY) == 3
    assert not RateCount.objects.exists()


def test_a_count_goes_after_two_of_its_stretches(redis):
    hits(1)
    assert 0 < caches["shared"].ttl(f"comments.rate:net:{rates._window(DAY)[0]}") <= 2 * 86400


def test_while_the_cache_is_gone_the_database_counts_and_one_that_is_back_goes_on_from_there(redis):
    assert hits(2) == [1, 2]
    redis.kill()
    assert hits(3) == [1, 2, 3]
    assert rates.seen("net", per=DAY) == 3
    redis.start()
    assert rates.seen("net", per=DAY) == 3
    assert hits(2) == [4, 5]
    assert RateCount.objects.get().count == 3


def test_reports_of_dangers_are_counted_by_the_process_while_the_cache_is_gone(redis):
    request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
    caches["default"].clear()
    for _half in range(2):
        counted = [limits.too_many(request) for _time in range(limits.REPORTS_AN_HOUR + 1)]
        assert counted == [False] * limits.REPORTS_AN_HOUR + [True]
        redis.kill()


def test_nobody_waits_for_a_cache_that_was_gone_a_moment_ago(redis, monkeypatch, caplog):
    monkeypatch.setattr(shared_cache, "PAUSE_SECONDS", 60)
    redis.kill()
    hits(2)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    redis.start()
    assert hits(1) == [3]
    pool = caches["shared"].client.get_client().connection_pool
    assert pool.gone_until > time.monotonic()
    pool.gone_until = 0
    assert hits(1) == [4]
    assert "The shared cache is back." in caplog.text


def test_a_cache_that_hangs_costs_a_moment_and_not_every_time(redis, monkeypatch):
    monkeypatch.setattr(shared_cache, "PAUSE_SECONDS", 60)
    redis.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    assert hits(10) == list(range(1, 11))
    redis.process.send_signal(signal.SIGCONT)
    assert time.monotonic() - began < 3


def test_a_cache_that_is_gone_is_named_and_takes_nothing_from_readers(redis):
    assert (readiness.check_lateness()["cache"], doctor_extras.shared_cache()) == (None, None)
    redis.kill()
    assert readiness.check_lateness()["cache"]
    assert "cache" not in readiness.CHECKS
    assert "CACHE_URL" in doctor_extras.shared_cache().remedy
    assert not doctor_extras.shared_cache().is_error


def test_without_a_shared_cache_none_is_named():
    assert "cache" not in readiness.check_lateness()
