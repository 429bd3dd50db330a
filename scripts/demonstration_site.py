"""The demonstration to look at or to measure: the one that SITE names, else one started for this."""

import os
import socket
import sys
import time
from contextlib import contextmanager

from scripts.children import ROOT, StepFailed, running
from scripts.run_site import answer

FOLDER = ROOT / "reports" / "site"
START_SECONDS = 600


@contextmanager
def demonstration():
    """Give the address (str) of a site with the demonstration content, for the length of a `with`.

    Without SITE it lives in reports/site, where the next run finds it again. Raises StepFailed when it does
    not start.
    """
    if os.environ.get("SITE"):
        yield os.environ["SITE"].rstrip("/")
        return
    port = free_port()
    place = {"VAR_DIR": str(FOLDER), "PORT": str(port), "BASE_URL": f"http://localhost:{port}"}
    with running(sys.executable, "-m", "scripts.run_site", **place) as child:
        address = place["BASE_URL"]
        wait_for(child, f"{address}/")
        yield address


def free_port():
    """Give the number (int) of a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(child, address):
    """Return when `address` (str) is served by `child` (Popen). Raises StepFailed when it ends before."""
    deadline = time.monotonic() + START_SECONDS
    while answer(address) != 200:
        if child.poll() is not None or time.monotonic() > deadline:
            raise StepFailed("The demonstration did not start (see above).")
        time.sleep(0.5)
