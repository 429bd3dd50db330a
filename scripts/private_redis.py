"""A Redis of our own for the length of a test or a drill: on a free port, with nothing on the disk."""

import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

from scripts.children import StepFailed
from scripts.private_postgres import free_port

START_SECONDS = 20


class PrivateRedis:
    """One server, which can be killed and started again at the same address."""

    def __init__(self):
        self.port, self.process = free_port(), None

    @property
    def url(self):
        """The CACHE_URL (str)."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        """Start it, empty, and return when it answers. Raises StepFailed."""
        words = ["--bind", "127.0.0.1", "--port", str(self.port), "--save", "", "--appendonly", "no"]
        command = [shutil.which("redis-server"), *words]
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd="/", start_new_session=True, **silent)
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise StepFailed("The private Redis did not start.")
            time.sleep(0.01)

    def _answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as line:
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def kill(self):
        """End it at once, if it runs; what it held is lost."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


@contextmanager
def private_redis():
    """Run a PrivateRedis for the length of a `with`, and give it. Raises StepFailed without redis-server."""
    if not shutil.which("redis-server"):
        raise StepFailed("redis-server is not installed.")
    server = PrivateRedis()
    try:
        server.start()
        yield server
    finally:
        server.kill()
