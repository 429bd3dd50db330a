"""Restarts under load: `kill -HUP`, as systemd's reload does, while readers read and write."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

from comments.models import ReaderComment
from scripts.children import ROOT
from scripts.private_postgres import free_port
from scripts.run_site import MEMORY, server_options

from .kill import TAKEN
from .rows import Row
from .site import children_of
from .visitor import Visitor, new_comment, send_comment

READERS, WORKERS = 3, 2
# One worker after the other, each has 15 seconds to load the site before the old one ends.
RELOAD_SECONDS = 300


def drill(site, plan):
    """Restart plan["restarts"] times under load; give one Row.

    With plan["forked"] the server is one that has loaded the site already, and the load is small.
    """
    row = Row("restart under load (HUP)", site.database, "requests")
    over, bodies, readers = threading.Event(), [], 1 if plan.get("forked") else READERS
    with forked_server(site) if plan.get("forked") else running_server(free_port()) as (pid, port):
        wait_for(port)
        threads = [threading.Thread(target=read, args=(port, over, row)) for _reader in range(readers)]
        threads.append(threading.Thread(target=write, args=(port, over, row, site.article_id, bodies)))
        for thread in threads:
            thread.start()
        for _restart in range(plan["restarts"]):
            row.expect(restarted(pid), "the workers were not replaced")
        over.set()
        for thread in threads:
            thread.join()
    row.count = len(row.waits)
    stored = ReaderComment.objects.filter(body__in=bodies).count()
    row.expect(stored == len(bodies), f"{len(bodies) - stored} comments lost")
    row.note = f"{plan['restarts']} restarts, {len(bodies)} comments meanwhile; no request failed"
    return [row.ended()]


def restarted(pid):
    """Tell the server `pid` to begin anew; say whether all of its workers were replaced (bool)."""
    before, deadline = children_of(pid), time.monotonic() + RELOAD_SECONDS
    os.kill(pid, signal.SIGHUP)
    while len(before - children_of(pid)) < WORKERS:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


@contextmanager
def forked_server(site):
    """Run the server of the other drills; give its process id and its port (int)."""
    site.start(workers=WORKERS)
    try:
        yield site.pid, site.port
    finally:
        site.stop()


@contextmanager
def running_server(port):
    """Run granian by the command of `make run` and of the systemd unit; give process id and port (int)."""
    command = [sys.executable, *server_options("127.0.0.1", port)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **MEMORY},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process.pid, port
    finally:
        process.terminate()
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_for(port):
    """Return when the home page is served."""
    while Visitor(port).get("/").status != 200:
        time.sleep(0.2)


def read(port, over, row):
    """Ask for pages, kept ones and others, until it is `over`."""
    paths = ("/", "/drill/", "/articles/hips/", "/search/?q=hips")
    visitor = Visitor(port)
    while not over.is_set():
        for path in paths:
            reply = visitor.get(path)
            row.waited(reply.seconds)
            row.expect(reply.status == 200, f"{path} was answered {reply.status}")
        time.sleep(0.01)


def write(port, over, row, page_id, bodies):
    """Send comments until it is `over`; note the `bodies` (list of str) of those taken in."""
    visitor = Visitor(port)
    while not over.is_set():
        fields = new_comment(page_id)
        reply = send_comment(visitor, page_id, fields)
        row.waited(reply.seconds)
        if row.expect(reply.status == TAKEN, f"a comment was answered {reply.status}"):
            bodies.append(fields["body"])
        time.sleep(0.05)
