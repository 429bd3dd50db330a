"""Many asking at once, time passing, and a database that is gone."""

import threading
import time

import pytest

from freshness.bytecache import ByteCache, wrap, wrapper

from .asking import ask

HTML = [("Content-Type", "text/html; charset=utf-8")]


class Site:
    """An application whose page says `text`; it can be slow, fail, and counts who asked."""

    def __init__(self):
        self.text, self.asked, self.status = "first", 0, "200 OK"
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()

    def __call__(self, environ, start_response):
        self.asked += 1
        text = self.text
        self.entered.set()
        self.gate.wait(5)
        start_response(self.status, HTML)
        return [text.encode()]


class Changes:
    """A count of changes in the hand of the test."""

    number, before, changed, fails_since = 1, 0, float("-inf"), None

    def current(self, seconds):
        self.asked_for = seconds
        return self.number

    def grow(self, ago=0.0):
        """Something changed `ago` seconds ago."""
        self.before, self.number, self.changed = self.number, self.number + 1, time.monotonic() - ago


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def changes():
    return Changes()


@pytest.fixture
def process(site, changes):
    return ByteCache(site, size=1_000_000, changes=changes)


def asking(process, number, address="/"):
    """Start `number` threads that ask; give them and the list in which their texts gather."""
    texts = []
    threads = [
        threading.Thread(target=lambda: texts.append(ask(process, address).text)) for _one in range(number)
    ]
    for thread in threads:
        thread.start()
    return threads, texts


def finish(site, threads):
    """Let the page be rendered and everybody be answered."""
    site.gate.set()
    for thread in threads:
        thread.join(5)


def test_of_many_who_ask_at_once_for_a_new_page_one_renders(process, site):
    site.gate.clear()
    threads, texts = asking(process, 20)
    site.entered.wait(5)
    finish(site, threads)
    assert texts == ["first"] * 20
    assert site.asked == 1


def test_while_the_clock_ran_out_the_others_get_the_good_copy(process, site, changes, settings):
    ask(process, "/")
    settings.BYTE_CACHE_SECONDS = 0
    site.gate.clear()
    site.entered.clear()
    threads, _texts = asking(process, 1)
    site.entered.wait(5)
    assert ask(process, "/").text == "first"
    finish(site, threads)
    assert site.asked == 2


def test_just_after_a_change_the_others_get_the_old_copy_for_a_moment(process, site, changes):
    ask(process, "/")
    changes.grow()
    site.text = "second"
    site.gate.clear()
    site.entered.clear()
    threads, _texts = asking(process, 1)
    site.entered.wait(5)
    assert ask(process, "/").text == "first"
    finish(site, threads)
    assert ask(process, "/").text == "second"


@pytest.mark.parametrize("again", [False, True])
def test_soon_after_a_change_nobody_gets_the_old_copy(process, site, changes, again):
    ask(process, "/")
    changes.grow(ago=wrapper.GRACE_SECONDS + 0.1)
    if again:
        changes.grow()  # the copy is two changes old: how old nobody knows
    site.text = "second"
    site.gate.clear()
    site.entered.clear()
    threads, texts = asking(process, 8)
    site.entered.wait(5)
    finish(site, threads)
    assert texts == ["second"] * 8
    assert site.asked == 2


def test_a_copy_lives_for_its_seconds_and_no_longer(process, site, settings):
    settings.BYTE_CACHE_SECONDS = 0.05
    ask(process, "/")
    assert ask(process, "/").is_hit
    site.text = "by the clock"
    time.sleep(0.06)
    assert ask(process, "/").text == "by the clock"


def test_a_change_while_a_page_is_rendered_renews_it_afterwards(process, site, changes):
    site.gate.clear()
    threads, texts = asking(process, 1)
    site.entered.wait(5)
    changes.grow()
    site.text = "second"
    finish(site, threads)
    assert texts == ["first"]
    assert ask(process, "/").text == "second"


def test_when_the_database_is_gone_readers_keep_the_last_good_copy(process, site, changes, settings):
    settings.BYTE_CACHE_SECONDS = 0
    ask(process, "/")
    changes.fails_since = time.monotonic()
    site.status = "500 Internal Server Error"
    assert ask(process, "/").status == 200
    assert ask(process, "/").text == "first"
    assert ask(process, "/unseen/").status == 500


def test_not_for_ever(process, site, changes, settings):
    settings.BYTE_CACHE_SECONDS, settings.BYTE_CACHE_STALE_SECONDS = 0, 0
    ask(process, "/")
    site.status = "500 Internal Server Error"
    assert ask(process, "/").status == 500


def test_a_page_that_fails_after_a_change_keeps_its_copy_until_it_works(process, site, changes):
    ask(process, "/")
    changes.grow(ago=9)
    site.status = "503 Service Unavailable"
    assert ask(process, "/").text == "first"
    site.status, site.text = "200 OK", "mended"
    assert ask(process, "/").text == "mended"


def test_a_page_that_went_is_dropped(process, site, changes):
    ask(process, "/")
    changes.grow(ago=9)
    site.status = "410 Gone"
    assert ask(process, "/").status == 410
    assert len(process.store) == 0


def test_when_rendering_breaks_nobody_waits_for_it(changes):
    def broken(environ, start_response):
        raise RuntimeError

    process = ByteCache(broken, size=1000, changes=changes)
    for _time in range(2):
        with pytest.raises(RuntimeError):
            ask(process, "/")


def test_nothing_is_kept_while_the_count_is_not_known(process, site, changes):
    changes.number = -1
    ask(process, "/")
    assert len(process.store) == 0


def test_a_cache_in_front_is_told_to_ask_each_second_and_gets_no_old_copy(process, site, changes):
    reply = ask(process, "/", HTTP_X_FRONT_CACHE="1")
    assert abs(int(reply.headers["X-Accel-Expires"].removeprefix("@")) - time.time()) < 2
    assert changes.asked_for < 0.1
    assert "X-Accel-Expires" not in ask(process, "/").headers


def test_no_memory_switches_it_off(settings, site):
    settings.COUNT_CHANGES, settings.BYTE_CACHE_MB = True, 0
    assert wrap(site) is site
    settings.BYTE_CACHE_MB = 1
    assert isinstance(wrap(site), ByteCache)
