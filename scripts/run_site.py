"""`make run`: from a clean checkout to a site that answers, and the second time in seconds.

Reads PORT (8000), HOST (127.0.0.1), VAR_DIR (var) and whatever healthsite/settings reads.
"""

import errno
import os
import socket
import tempfile
import time
import urllib.error
import urllib.request

from scripts import virtual_environment
from scripts.children import ROOT, StepFailed, main, run, running

SETTINGS = {"DJANGO_SETTINGS_MODULE": "healthsite.settings.dev"}
# For the C library of Linux, others ignore it: memory of cut pictures goes back to the system, where it would
# stay with a process for ever (a third of what one held after drawing every page of a new site).
MEMORY = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "131072",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}
START_SECONDS = 90


def serve_site():
    """Set up what is missing, serve until interrupted. Raises StepFailed with what stands in the way."""
    host, port = os.environ.get("HOST", "127.0.0.1"), chosen_port()
    # Canonical addresses, feeds and mails name the port that was asked for.
    os.environ.setdefault("BASE_URL", f"http://localhost:{port}")
    refuse_taken_port(host, port)
    refuse_locked_folder(ROOT / os.environ.get("VAR_DIR", "var"))
    virtual_environment.prepare("requirements.txt")
    manage("migrate", "--no-input", "--verbosity", "0")
    manage("load_demo")
    with running(virtual_environment.PYTHON, *server_options(host, port), **SETTINGS, **MEMORY) as server:
        wait_for(server, host, port)
        print(f"Ready: http://localhost:{port}/", flush=True)
        return watch(server)


def chosen_port():
    """Give PORT (int) of the environment, 8000 when it is not set. Raises StepFailed when it is no port."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise StepFailed(f"PORT must be a number between 1 and 65535, not “{text}”.")
    return int(text)


def refuse_taken_port(host, port):
    """Raise StepFailed when nothing can listen on `host` and `port`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StepFailed(port_message(host, port, error)) from error


def port_message(host, port, error):
    """Say why `host` and `port` cannot be used, from the OSError that listening gave."""
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program. Choose another: make run PORT={port % 65535 + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than you have. Choose one above 1023: make run PORT=8000"
    return f"Nothing can listen on {host}, port {port}: {error.strerror}."


def refuse_locked_folder(folder):
    """Raise StepFailed when `folder` (Path) cannot be made or written: the database lives there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise StepFailed(
            f"The folder {folder} cannot be written ({error.strerror}). The database, pictures and keys\n"
            "live there. Make it writable, or name another place: VAR_DIR=/some/folder make run"
        ) from error


def manage(*command):
    """Run a command of manage.py. Raises StepFailed when it fails; what it said stands above."""
    if run(virtual_environment.PYTHON, "manage.py", *command, **SETTINGS):
        raise StepFailed(f"“manage.py {command[0]}” failed (see above), so the site was not started.")


def server_options(host, port):
    """Give the words (list of str) that start the web server: processes compute, their threads wait."""
    options = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", "2"]
    # A restart (HUP) ends an old worker so long after its successor began to load the site; one that does not
    # end by itself must not hold up the restart for ever.
    options += ["--respawn-interval", "15", "--workers-kill-timeout", "30"]
    options += ["--blocking-threads", "3", "--log-level", "error"]
    return ["-m", "granian", *options, "healthsite.wsgi:application"]


def wait_for(server, host, port):
    """Return once the home page answers. Raises StepFailed when `server` (Popen) ends or stays silent."""
    address = f"http://{'localhost' if host in ('0.0.0.0', '::') else host}:{port}/"  # noqa: S104
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        status = answer(address)
        if status and status < 500:
            return
        if status:
            raise StepFailed(f"The server runs, but its home page fails with error {status} (see above).")
        time.sleep(0.1)
    raise StepFailed("The web server did not start (see above).")


def answer(address):
    """Give the HTTP status (int) with which `address` answers, None while nobody does."""
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=30) as reply:
            return reply.status
    except urllib.error.HTTPError as reply:
        return reply.code
    except OSError:
        return None


def watch(server):
    """Wait until `server` (Popen) ends and give its exit code; leave as well when make is killed."""
    parent = os.getppid()
    while server.poll() is None and os.getppid() == parent:
        time.sleep(0.5)
    return server.returncode


if __name__ == "__main__":
    main(serve_site)
