"""A PostgreSQL of our own for the length of a test run: in a folder that goes, on a free port."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

from scripts.children import StepFailed

# Safety against power loss is what a test run can do without.
SPEED = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "50"}
ROLE = "healthsite"


def programs():
    """Give the folder (Path) that holds initdb and pg_ctl, None when PostgreSQL is not installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(found, key=lambda path: float(path.parts[4]), default=None)
    return newest.parent if newest else None


class PrivatePostgres:
    """One server in one folder. PostgreSQL refuses to run as root: root hands the folder to another user."""

    def __init__(self, folder):
        """`folder` (Path) exists and is empty."""
        self.folder, self.data = folder, folder / "data"
        self.port, self.password = free_port(), secrets.token_urlsafe(16)
        self.owner = unprivileged_user(folder)

    def start(self):
        """Make the cluster and wait until it answers. Raises StepFailed with PostgreSQL's own words."""
        secret = self.folder / "password"
        secret.write_text(self.password)
        options = ["-U", ROLE, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--auth=scram-sha-256"]
        self.ask("initdb", "-D", self.data, *options, f"--pwfile={secret}")
        self.resume()

    def resume(self):
        """Start the server on the data that are there, and wait until it answers."""
        words = [f"-c {name}={value}" for name, value in SPEED.items()]
        words += [f"-p {self.port}", f"-k {self.folder}", "-h 127.0.0.1"]
        log = self.folder / "server.log"
        self.ask("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", log, "-o", " ".join(words), "start")

    def stop(self):
        """End the server at once, if it runs, as a power cut would; `resume` finds its data again."""
        if (self.data / "postmaster.pid").exists():
            self.ask("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")

    def create(self, name, template="template0"):
        """Make the database `name` (str) as a copy of `template` (str), to which nobody is connected."""
        self.ask("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", ROLE, "-T", template, name)

    def url(self, name):
        """Give the DATABASE_URL (str) of the database `name`."""
        return f"postgresql://{ROLE}:{self.password}@127.0.0.1:{self.port}/{name}"

    def ask(self, program, *arguments):
        """Run one of PostgreSQL's programs. Raises StepFailed with what it said."""
        # A file, not a pipe: the server inherits it, and a pipe stays open as long as the server runs.
        with (self.folder / f"{program}.out").open("w+") as output:
            done = subprocess.run(
                [str(programs() / program), *map(str, arguments)],
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={**os.environ, "PGPASSWORD": self.password},
                start_new_session=True,
                check=False,
                **self.owner,
            )
            output.seek(0)
            if done.returncode:
                raise StepFailed(f"PostgreSQL's {program} failed:\n{output.read()}")


@contextmanager
def private_postgres(folder):
    """Run a PrivatePostgres in `folder` (Path, empty) for the length of a `with`, and give it."""
    server = PrivatePostgres(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def unprivileged_user(folder):
    """Give the arguments (dict) for subprocess that run a program without root's rights, in `folder`."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def free_port():
    """Give a port (int) on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
