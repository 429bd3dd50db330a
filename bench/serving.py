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
from pathlib import Path

from scripts.private_postgres import free_port
from scripts.run_site import MEMORY, SETTINGS, server_options

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, SECONDS, CLIENTS = 3, 4, 32
NGINX = """user root; worker_processes 2; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100;
  include {folder}/site.conf;
  server {{ listen 127.0.0.1:{static}; root {folder}/files; location / {{ default_type text/html; }} }}
}}
"""


def serving(folder, address):
    """Measure the page at `address` (path); give {name: figures}. `folder` (Path): scratch."""
    ports = {"static": free_port(), "front": free_port(), "site": free_port(), "stored": free_port()}
    with ExitStack() as stack:
        workers = {name: stack.enter_context(site(ports[name], name)) for name in ("site", "stored")}
        page = answer(f"http://localhost:{ports['site']}{address}")
        stack.enter_context(nginx(folder, ports, page))
        for name in ("stored", "front"):
            answer(f"http://localhost:{ports[name]}{address}")
        targets = {
            "nginx, a file": f"http://localhost:{ports['static']}/page.html",
            "the site alone, kept page": f"http://localhost:{ports['site']}{address}",
            "behind nginx": f"http://localhost:{ports['front']}{address}",
            "the site alone, BYTE_CACHE_MB=0": f"http://localhost:{ports['stored']}{address}",
        }
        processes = {"the site alone, kept page": workers["site"].pid}
        processes["the site alone, BYTE_CACHE_MB=0"] = workers["stored"].pid
        found = rounds(targets, processes)
        return {**found, "bytes": len(page), "memory": memory(workers["site"].pid)}


@contextmanager
def site(port, name):
    """Run the site as `make run` does, on `port`; with no memory for kept pages where `name` is "stored"."""
    settings = {**SETTINGS, **MEMORY}
    if name == "stored":
        settings["BYTE_CACHE_MB"] = "0"
    command = [sys.executable, *server_options("127.0.0.1", port)]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings})  # noqa: S603 our own words
    try:
        answer(f"http://localhost:{port}/")
        yield process
    finally:
        process.terminate()
        process.wait(20)


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
    process = subprocess.Popen([program, "-p", folder, "-c", folder / "nginx.conf"])  # noqa: S603 our own words
    try:
        answer(f"http://localhost:{ports['static']}/page.html")
        yield process
    finally:
        process.terminate()
        process.wait(20)


def answer(address):
    """Give the body (bytes) of `address` once it answers."""
    for _try in range(300):
        try:
            with urllib.request.urlopen(address, timeout=30) as reply:  # noqa: S310 our own address
                return reply.read()
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"{address} does not answer")


def rounds(targets, processes):
    """Ask each of `targets` in turn, ROUNDS times; give {name: {"rate", "ratio", "p99", "cpu"}}, medians."""
    found = {name: [] for name in targets}
    for _round in range(ROUNDS):
        for name, address in targets.items():
            before = busy(processes.get(name))
            rate, p99 = wrk(address)
            used = 1000 * (busy(processes.get(name)) - before) / max(1, rate * SECONDS)
            found[name].append((rate, p99, used))
    limit = statistics.median(rate for rate, *_rest in found["nginx, a file"])
    return {name: figures(runs, limit) for name, runs in found.items()}


def figures(runs, limit):
    """Give the medians (dict) of `runs`; `limit`: the rate of nginx with a file."""
    rate, p99, used = (statistics.median(column) for column in zip(*runs, strict=True))
    return {"rate": round(rate), "ratio": round(rate / limit, 3), "p99": p99, "cpu": round(used, 3)}


def wrk(address):
    """Give (requests a second, 99th percentile in ms) of wrk at `address`."""
    options = ["-t2", f"-c{CLIENTS}", f"-d{SECONDS}s", "--latency"]
    said = subprocess.run(["wrk", *options, address], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607
    if "Non-2xx" in said:
        raise RuntimeError(said)
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    milliseconds = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), round(milliseconds, 2)


def memory(pid):
    """Give the megabytes (list of int) that the children of process `pid` hold: the workers."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    texts = [Path(f"/proc/{child}/status").read_text() for child in children]
    return [int(re.search(r"VmRSS:\s+(\d+)", text)[1]) // 1024 for text in texts]


def busy(pid):
    """Give the processor seconds (float) used so far by process `pid` and its children; 0 for None."""
    if pid is None:
        return 0.0
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(busy(child) for child in children)
