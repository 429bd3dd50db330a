"""Requests a second, side by side: nginx with a file, the site alone, the site behind nginx.

Each in turn, round after round, so that what else the machine does falls on all alike.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.children import running
from scripts.private_postgres import free_port
from scripts.run_site import MEMORY, SETTINGS, server_options

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, SECONDS, CLIENTS = 3, 4, 32
REST_TRIES = 75
LIMIT, FRONT, STORED = "nginx, a file", "behind nginx", "the site alone, BYTE_CACHE_MB=0"
NGINX = """user root; worker_processes 2; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100;
  include {folder}/site.conf;
  server {{ listen 127.0.0.1:{static}; root {folder}/files; location / {{ default_type text/html; }} }}
}}
"""


@dataclass(frozen=True)
class Target:
    """What is measured: an `address`, the processes (`pids`) that serve it, and words for wrk.

    `options` stand before the address and `words` after it.
    """

    address: str
    pids: tuple = ()
    options: tuple = ()
    words: tuple = ()


def serving(folder, address, pages, others):
    """Measure the page at `address` (path) and others; give ({name: figures}, megabytes of workers).

    `folder` (Path): scratch; `pages`: further pages of the site ({name: path}), measured without kept bytes;
    `others` ({name: Target}): what else is measured in turn.
    """
    ports = {name: free_port() for name in ("static", "front", "site", "stored")}
    with ExitStack() as stack:
        workers = {name: stack.enter_context(site(ports[name], name)) for name in ("site", "stored")}
        page = answer(f"http://localhost:{ports['site']}{address}")
        workers["nginx"] = stack.enter_context(nginx(folder, ports, page))
        found = rounds({**own_targets(ports, workers, address, pages), **others})
        return found, memory(workers["site"].pid)


def ours(page):
    """Give the name (str) of the row of a further `page` (name) of the site."""
    return f"{STORED}: {page}"


def own_targets(ports, workers, address, pages):
    """Give {name: Target} of nginx and the site. `ports`, `workers` (Popen): by name."""
    places = {name: f"http://localhost:{port}" for name, port in ports.items()}
    pids = {name: process.pid for name, process in workers.items()}
    stored = {ours(name): path for name, path in pages.items()}
    return {
        LIMIT: Target(f"{places['static']}/page.html", (pids["nginx"],)),
        "the site alone, kept page": Target(places["site"] + address, (pids["site"],)),
        FRONT: Target(places["front"] + address, (pids["nginx"], pids["site"])),
        STORED: Target(places["stored"] + address, (pids["stored"],)),
        **{name: Target(places["stored"] + path, (pids["stored"],)) for name, path in stored.items()},
    }


@contextmanager
def site(port, name):
    """Run the site as `make run` does, on `port`; with no memory for kept pages where `name` is "stored"."""
    settings = {**SETTINGS, **MEMORY}
    if name == "stored":
        settings["BYTE_CACHE_MB"] = "0"
    with running(sys.executable, *server_options("127.0.0.1", port), **settings) as process:
        answer(f"http://localhost:{port}/")
        yield process


@contextmanager
def nginx(folder, ports, page):
    """Run nginx with the shipped configuration, and `page` (bytes) as a file."""
    (folder / "files").mkdir()
    (folder / "files" / "page.html").write_bytes(page)
    text = (ROOT / "deploy" / "nginx" / "healthsite.conf").read_text()
    text = text.replace("listen 80;", f"listen 127.0.0.1:{ports['front']};")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{ports['site']}").replace(
        "/var/cache/nginx", str(folder)
    )
    (folder / "site.conf").write_text(text)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, static=ports["static"]))
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with running(program, "-p", folder, "-c", folder / "nginx.conf") as process:
        answer(f"http://localhost:{ports['static']}/page.html")
        yield process


def answer(address):
    """Give the body (bytes) of `address` once it answers."""
    for _try in range(300):
        try:
            with urllib.request.urlopen(address, timeout=30) as reply:  # noqa: S310 our own address
                return reply.read()
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"{address} does not answer")


def rounds(targets):
    """Ask each of `targets` ({name: Target}) in turn, ROUNDS times; give {name: figures}, medians."""
    sizes = {name: size(target) for name, target in targets.items()}
    found = {name: [] for name in targets}
    for _round in range(ROUNDS):
        for name, target in targets.items():
            found[name].append(asked(target))
    limit = statistics.median(rate for rate, *_rest in found[LIMIT])
    return {name: {**figures(runs, limit), "bytes": sizes[name]} for name, runs in found.items()}


def size(target):
    """Ask a Target once; give its bytes (int). None for one that is not a page for everybody."""
    return None if target.options else len(answer(target.address))


def asked(target):
    """Give (requests a second, 99th percentile in ms, processor ms a request) of a Target; let it rest."""
    before = busy(*target.pids)
    rate, p99 = wrk(target)
    milliseconds = 1000 * (busy(*target.pids) - before) / max(1, rate * SECONDS)
    settle(target.pids)
    return rate, p99, milliseconds


def settle(pids):
    """Wait until the processes `pids` have done what was still asked of them when wrk ended."""
    for _try in range(REST_TRIES):
        before = busy(*pids)
        time.sleep(0.2)
        if busy(*pids) - before < 0.02:
            return


def figures(runs, limit):
    """Give the medians of `runs` (dict: "rate", "ratio", "p99", "cpu"); `limit`: the rate of LIMIT."""
    rate, p99, cpu = (statistics.median(column) for column in zip(*runs, strict=True))
    rounded = round(rate) if rate >= 100 else round(rate, 1)
    return {"rate": rounded, "ratio": round(rate / limit, 6), "p99": p99, "cpu": round(cpu, 3)}


def wrk(target):
    """Give (requests a second, 99th percentile in ms) of wrk at a Target.

    Raises RuntimeError when requests were refused.
    """
    # What takes longer than this would be missing from the percentiles.
    patience = ["--timeout", "20s"]
    options = ["-t2", f"-c{CLIENTS}", f"-d{SECONDS}s", "--latency", *patience, *target.options]
    command = ["wrk", *options, target.address, *target.words]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 our own words
    if "Non-2xx" in said:
        raise RuntimeError(said)
    return figures_of(said)


def figures_of(said):
    """Give (requests a second, 99th percentile in ms), read from what wrk `said` (str)."""
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    milliseconds = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), round(milliseconds, 2)


def memory(pid):
    """Give the megabytes (list of int) that the children of process `pid` hold: the workers."""
    texts = [Path(f"/proc/{child}/status").read_text() for child in children(pid)]
    return [int(re.search(r"VmRSS:\s+(\d+)", text)[1]) // 1024 for text in texts]


def busy(*pids):
    """Give the processor seconds (float) used so far by the processes `pids` and their children."""
    return sum(used(pid) + busy(*children(pid)) for pid in pids)


def used(pid):
    """Give the processor seconds (float) used so far by process `pid`."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def children(pid):
    """Give the ids (list of str) of the processes that `pid` started."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
