"""The scratch WordPress, as far as it can be tried without one."""

import os
import re
import sys
from contextlib import contextmanager

import pytest

from bench.serving import FRONT, ours
from bench.wordpress import beside, content, parts, run, servers, table, wordpress
from scripts.children import StepFailed


def figures(rate, cpu):
    return {"rate": rate, "cpu": cpu}


@pytest.fixture
def found():
    """What was measured: the site ten times its stock theme in requests, twenty times in processor time."""
    rows = {ours(page): figures(430, 2) for page in table.BESIDE}
    rows |= {table.row("stock", page): figures(43, 40) for page in table.PAGES}
    rows |= {table.row("classic", page): figures(86, 22) for page in table.PAGES}
    rows |= {FRONT: figures(60_000, 0.02), table.CACHED: figures(30_000, 0.04)}
    return rows | {table.POST: figures(94, 20.5), table.ADMIN: figures(17, 60)}


def test_what_is_missing_is_said_in_one_line_and_the_rest_goes_on(monkeypatch, capsys, tmp_path):
    missing = {"php-fpm": lambda: None, "nginx": lambda: "/usr/sbin/nginx", "wordpress": lambda: False}
    monkeypatch.setattr(parts, "NEEDED", missing)
    with wordpress(tmp_path, 2000) as targets:
        assert targets == {}
    printed = capsys.readouterr().out
    assert "not measured beside it: apt-get install --no-install-recommends php-fpm wordpress\n" in printed
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("hindrance", [StepFailed("no such moon"), OSError("no such moon")])
def test_what_hinders_it_is_said_and_the_rest_goes_on(monkeypatch, capsys, tmp_path, hindrance):
    @contextmanager
    def hindered(folder, characters):
        raise hindrance
        yield

    monkeypatch.setattr(run, "scratch_site", hindered)
    with wordpress(tmp_path, 2000) as targets:
        assert targets == {}
    assert "no such moon" in capsys.readouterr().out


def test_a_failure_of_what_is_measured_is_not_taken_for_one_of_wordpress(monkeypatch, tmp_path):
    @contextmanager
    def there(folder, characters):
        yield {"WordPress": None}

    monkeypatch.setattr(run, "scratch_site", there)
    with pytest.raises(StepFailed, match="the site"), wordpress(tmp_path, 2000):
        raise StepFailed("the site does not answer")


def test_a_server_that_ends_at_once_is_told_in_its_own_words(tmp_path):
    command = (sys.executable, "-c", "exit('no such moon')")
    never = tmp_path / "never"
    with (
        pytest.raises(StepFailed, match="no such moon"),
        servers.server(*command, folder=tmp_path, owner={}, until=never),
    ):
        pass


def test_no_server_outlives_a_failure(tmp_path):
    command = (sys.executable, "-c", "import time; open('ready', 'w'); time.sleep(60)")
    server = servers.server(*command, folder=tmp_path, owner={}, until=tmp_path / "ready")
    pid = server.__enter__()
    with pytest.raises(ZeroDivisionError):
        server.gen.throw(ZeroDivisionError())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_program_that_fails_is_told_in_its_own_words(monkeypatch, tmp_path):
    monkeypatch.setattr(parts, "program", lambda name: f"/bin/{name}")
    with pytest.raises(StepFailed, match="no such moon"):
        servers.run("sh", "-c", "echo no such moon >&2; exit 3", folder=tmp_path, owner={})


def test_configurations_name_the_folder_and_the_ports(tmp_path):
    ports = {"stock": 8001, "classic": 8002, "cached": 8003}
    text = servers.written("nginx.conf", tmp_path, folder=tmp_path, **ports).read_text()
    assert all(f"listen 127.0.0.1:{port};" in text for port in ports.values())
    assert "server {" in text
    assert f"unix:{tmp_path}/php.sock" in text


def test_posts_are_as_long_as_an_article_and_are_stored_as_blocks():
    text = content.post(7, 2000)["text"]
    said = "".join(re.findall("<p>(.*?)</p>", text))
    assert 2000 <= len(said) < 2300
    assert text.startswith("<!-- wp:heading -->")
    assert text.count("<!-- wp:paragraph -->") == text.count("<!-- /wp:paragraph -->") > 3
    assert content.post(8, 2000)["text"] != text


def test_twenty_comments_are_as_many_texts():
    assert len(set(content.comments())) > 15
    assert len(content.comments()) == 20


def test_the_comparison_says_how_many_times(found):
    lines = list(beside(found))
    assert "| article, 20 comments | 10.0 | 5.0 | 20.0 | 11.0 |" in lines
    assert "| condition | 10.0 | 5.0 | 20.0 | 11.0 |" in lines
    assert "| aim | 10 | 4 | 10 | 4 |" in lines
    assert "2.00 times" in lines[-1]
    assert "20.5 ms" in lines[-1]


def test_a_page_that_the_site_does_not_have_is_left_out(found):
    del found[ours("treatment")]
    assert not [line for line in beside(found) if "treatment" in line]


def test_without_wordpress_nothing_is_compared(found):
    assert list(beside({FRONT: found[FRONT]})) == []
