"""What a server's workers hold when they have drawn every page of a new site, and 100,000 requests later.

    .venv/bin/python -m bench.memory

Makes a scratch site with the demonstration, starts it as `make run` does, asks for every page of its sitemap
in both languages, then for all of them again and again, and prints the megabytes of each worker at each step.
"""

import http.client
import os
import re
import tempfile
import threading
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlsplit

from bench.serving import answer, memory, site
from bench.site_speed import manage
from scripts.private_postgres import free_port

REQUESTS, CLIENTS = 100_000, 8
LOC = re.compile(r"<loc>([^<]+)</loc>")


def addresses(port):
    """Give the addresses (list of str) in the sitemap, and in those it names, of the site on `port`."""
    found = LOC.findall(answer(f"http://localhost:{port}/sitemap.xml").decode())
    for inner in [one for one in found if urlsplit(one).path.startswith("/sitemap")]:
        found += LOC.findall(answer(inner).decode())
    return [path for path in (urlsplit(one).path for one in found) if not path.startswith("/sitemap")]


def visit(port, paths):
    """Ask for each of `paths` (iterable of str) by one connection. Raises RuntimeError for one not found."""
    connection = http.client.HTTPConnection("localhost", port, timeout=60)
    for path in paths:
        connection.request("GET", path)
        reply = connection.getresponse()
        reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{path} was answered {reply.status}")
    connection.close()


def together(port, shares):
    """Visit each of `shares` (lists of paths) at the same time as the others."""
    visitors = [threading.Thread(target=visit, args=(port, share)) for share in shares]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()


def measured(port, pid):
    """Print what the workers of the server `pid` on `port` hold, step by step."""
    print("at the beginning:", memory(pid), "MB", flush=True)
    paths = addresses(port)
    # Two at a time, so that both workers draw.
    together(port, [paths[0::2], paths[1::2]])
    print(f"each of {len(paths)} pages asked for once:", memory(pid), "MB", flush=True)
    share = REQUESTS // CLIENTS
    together(port, [islice(cycle(paths), start, start + share) for start in range(CLIENTS)])
    print(f"{REQUESTS:,} requests later:", memory(pid), "MB")


def main():
    """Make the scratch site, measure, clean up."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "healthsite.settings.dev"
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        port = free_port()
        os.environ |= {"VAR_DIR": str(Path(folder, "var")), "BASE_URL": f"http://localhost:{port}"}
        manage("migrate", "-v0")
        manage("load_demo")
        with site(port, "site") as process:
            measured(port, process.pid)


if __name__ == "__main__":
    main()
