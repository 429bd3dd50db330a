"""`make run`: what stands in its way is told in plain words, and nothing is done twice."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from django.db import connection

from scripts import run_site
from scripts.children import ROOT, StepFailed
from scripts.private_postgres import free_port
from tests.first_rows import welcome

STAMP = Path(ROOT, ".venv", "installed-requirements.txt")


@pytest.mark.parametrize("value", ["eighty", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("PORT", value)
    with pytest.raises(StepFailed, match=value):
        run_site.chosen_port()


@pytest.mark.parametrize(("value", "port"), [("", 8000), ("9001", 9001)])
def test_the_port_is_8000_unless_told_otherwise(monkeypatch, value, port):
    monkeypatch.setenv("PORT", value)
    assert run_site.chosen_port() == port


def test_a_port_in_use_is_named_with_a_way_out():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(StepFailed, match=f"Port {port} is in use.*make run PORT="):
            run_site.refuse_taken_port("127.0.0.1", port)


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StepFailed, match=r"cannot be written .*\n.*VAR_DIR"):
        run_site.refuse_locked_folder(tmp_path / "file" / "var")


def test_a_server_that_ends_at_once_is_told():
    server = subprocess.Popen([sys.executable, "-c", "exit(1)"])
    server.wait()
    with pytest.raises(StepFailed, match="did not start"):
        run_site.wait_for(server, "127.0.0.1", free_port())


def test_an_old_python_is_told_which_one_is_needed():
    code = "import sys; sys.version_info = (3, 9, 2); import scripts"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.9" in told.stderr


class Site:
    """`make run` in a folder of its own, on a port of its own."""

    def __init__(self, folder):
        self.port = free_port()
        environment = {
            **os.environ,
            "VAR_DIR": str(folder),
            "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
            "PORT": str(self.port),
        }
        self.lines = []
        command = [sys.executable, "-m", "scripts.run_site"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)

    def until_ready(self):
        """Give what was printed (list of str) up to the line that begins with Ready."""
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if line.startswith("Ready"):
                break
        return self.lines

    def stop(self):
        """Press Ctrl-C; give the exit code (int)."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


@pytest.fixture
def run(tmp_path, transactional_db):
    """A function that starts the site; its database is a copy of the migrated one."""
    welcome()
    with sqlite3.connect(connection.settings_dict["NAME"]) as source:
        source.backup(sqlite3.connect(tmp_path / "db.sqlite3"))
    sites = []

    def run():
        sites.append(Site(tmp_path))
        return sites[-1]

    yield run
    for site in sites:
        site.stop()


@pytest.mark.sqlite
@pytest.mark.skipif(
    not Path(ROOT, ".venv/installed-requirements.txt").exists(), reason="make run was never used"
)
@pytest.mark.long
def test_the_site_starts_tells_its_accounts_stops_and_starts_again_unchanged(run):
    first = run()
    printed = "\n".join(first.until_ready())
    assert printed.splitlines()[-1] == f"Ready: http://localhost:{first.port}/"
    assert all(name in printed for name in ("admin", "editor", "reviewer", "moderator"))
    assert urllib.request.urlopen(f"http://localhost:{first.port}/zh-hans/").status == 200
    assert first.stop() == 130
    accounts = [line for line in first.lines if line.strip().startswith(("admin", "editor"))]
    again = run().until_ready()
    assert [line for line in again if line in accounts] == accounts
