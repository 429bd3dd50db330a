"""The shipped configuration in Debian's nginx: what it keeps, for how long, and for whom."""

import re
import shutil
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest

from freshness.bytecache import ByteCache
from scripts.private_postgres import free_port
from tests.freshness.test_bytecache import Changes, Site

CONFIGURATION = Path(__file__).resolve().parents[2] / "deploy" / "nginx" / "healthsite.conf"
AROUND = """user root; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{ access_log off; include {folder}/site.conf; }}
"""
pytestmark = [pytest.mark.needs("nginx"), pytest.mark.sqlite]


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture
def site():
    return Site()


@pytest.fixture
def changes():
    return Changes()


@pytest.fixture
def behind(site, changes):
    """The site behind nginx, as a server."""
    process = ByteCache(site, size=1_000_000, changes=changes)
    with make_server("127.0.0.1", 0, process, Server, Quiet) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def configured(folder, port, site_port):
    """Write nginx's configuration into `folder`: the shipped one, with places and ports of its own."""
    text = CONFIGURATION.read_text()
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{site_port}").replace("/var/cache/nginx", str(folder))
    (folder / "site.conf").write_text(text)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder))


@pytest.fixture
def address(behind, tmp_path):
    """The address of nginx (str)."""
    port = free_port()
    configured(tmp_path, port, behind.server_port)
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    running = subprocess.Popen([nginx, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])
    yield until_it_answers(f"http://127.0.0.1:{port}")
    running.terminate()
    running.wait(10)


def until_it_answers(address):
    """Give `address` once nginx listens there."""
    for _try in range(100):
        try:
            ask(f"{address}/ready/")
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return address
    raise AssertionError("nginx does not answer")


def ask(address, data=None, **headers):
    """Give (status, headers, body as text)."""
    headers = {key.replace("_", "-"): value for key, value in headers.items()}
    request = urllib.request.Request(address, data, headers)  # noqa: S310 our own address
    try:
        with urllib.request.urlopen(request, timeout=5) as reply:  # noqa: S310 our own address
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as reply:
        return reply.code, reply.headers, reply.read()


def outcome(address, **headers):
    """Give what nginx's cache did (str)."""
    return ask(address, **headers)[1]["X-Front-Cache"]


def test_within_a_second_nginx_answers_by_itself(address):
    assert "HIT" in {outcome(f"{address}/") for _time in range(10)}


def test_a_change_is_seen_after_a_second(address, site, changes):
    ask(f"{address}/")
    site.text = "second"
    changes.grow()
    time.sleep(1.05)
    assert ask(f"{address}/")[2] == b"second"


def test_what_did_not_change_is_only_confirmed(address, site):
    ask(f"{address}/")
    asked = site.asked
    time.sleep(1.05)
    assert outcome(f"{address}/") == "REVALIDATED"
    assert site.asked == asked


@pytest.mark.parametrize("cookie", ["sessionid=x", "a=b; messages=x", "comment_writer_en=x"])
def test_a_visitor_with_an_own_cookie_is_led_past(address, cookie):
    ask(f"{address}/")
    assert outcome(f"{address}/", Cookie=cookie) == "BYPASS"


def test_another_cookie_does_not_matter(address):
    ask(f"{address}/")
    assert "HIT" in {outcome(f"{address}/", Cookie="theme=dark") for _time in range(10)}


def test_what_the_site_does_not_keep_nginx_does_not_keep(address, site):
    site.status = "404 Not Found"
    assert {outcome(f"{address}/gone/") for _time in range(4)} == {"MISS"}
    site.status = "200 OK"
    assert {outcome(f"{address}/search/?q=pain") for _time in range(4)} == {"MISS"}


def test_a_form_goes_to_the_site(address, site):
    asked = site.asked
    ask(f"{address}/", data=b"name=Wei")
    assert site.asked == asked + 1


def test_packed_and_plain_are_kept_apart(address, site):
    site.text = "long enough to be packed " * 40
    packed = ask(f"{address}/long/", Accept_Encoding="gzip, br")
    assert packed[1]["Content-Encoding"] == "br"
    assert ask(f"{address}/long/", Accept_Encoding="gzip")[1]["Content-Encoding"] == "gzip"
    assert ask(f"{address}/long/", Accept_Encoding="gzip;q=0")[2].decode() == site.text


def test_who_has_it_gets_304_from_nginx(address):
    etag = ask(f"{address}/")[1]["ETag"]
    assert ask(f"{address}/", If_None_Match=etag)[0] == 304


def test_while_the_site_is_down_readers_keep_the_last_page(address, behind):
    ask(f"{address}/")
    behind.shutdown()
    behind.server_close()
    time.sleep(1.05)
    assert ask(f"{address}/")[2] == b"first"


def test_it_names_the_cookies_that_the_site_names(settings):
    named = re.search(r"\((sessionid[^)]*)\)", CONFIGURATION.read_text())[1]
    ours = {settings.SESSION_COOKIE_NAME, *settings.COOKIES_OF_SOMEBODY}
    assert {name.removesuffix("[^=;]*") for name in named.split("|")} == ours
