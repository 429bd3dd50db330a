"""Start programs so that none of them outlives us."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GRACE_SECONDS = 15


class StepFailed(Exception):
    """A step could not be done; the message is meant for the person at the keyboard."""


class Signals:
    """SIGINT, SIGTERM and SIGHUP end us by SystemExit, so that every `with` and `finally` runs.

    While a program is being started they are held: else it could run already, and nobody would know of it.
    """

    def __init__(self):
        self.held, self.waiting = False, None

    def listen(self):
        """Take the signals from now on."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.receive)

    def receive(self, number, _frame):
        """Leave with the usual exit code, 128 and the number; held, do so later."""
        self.waiting = number
        if not self.held:
            sys.exit(128 + number)

    def hold(self):
        """Let signals wait."""
        self.held = True

    def release(self):
        """Let signals through again, first the one that came meanwhile."""
        self.held = False
        if self.waiting is not None:
            sys.exit(128 + self.waiting)


SIGNALS = Signals()


@contextmanager
def started(*command, **options):
    """Run `command` (strings or paths) for the length of a `with`, and give its Popen.

    It leads a process group of its own: a Ctrl-C reaches only us, and we stop it in an orderly way.
    `options`: those of Popen.
    """
    child = None
    SIGNALS.hold()
    try:
        child = subprocess.Popen([str(part) for part in command], start_new_session=True, **options)
        SIGNALS.release()
        yield child
    finally:
        SIGNALS.held = False
        if child:
            stop(child)


@contextmanager
def running(*command, quiet=False, **environment):
    """Do as `started` in the repository's folder with `environment` added; `quiet`: what it says is lost."""
    output = subprocess.DEVNULL if quiet else None
    place = {"cwd": ROOT, "env": {**os.environ, **environment}}
    with started(*command, stdout=output, stderr=output, **place) as child:
        yield child


def run(*command, **options):
    """Run `command` to its end, with the options of `running`; give its exit code (int)."""
    with running(*command, **options) as child:
        return child.wait()


def stop(child):
    """Ask the process group of `child` (a Popen) to end, and end it after GRACE_SECONDS.

    It is asked again each second: a worker of the web server that is only being loaded hears nothing.
    """
    deadline = time.monotonic() + GRACE_SECONDS
    while child.poll() is None:
        late = time.monotonic() > deadline
        os.killpg(child.pid, signal.SIGKILL if late else signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            child.wait(min(1, GRACE_SECONDS))


def main(program):
    """Run `program` (a function that gives an exit code or None) as the program that it is; never returns."""
    SIGNALS.listen()
    try:
        sys.exit(program())
    except StepFailed as reason:
        sys.exit(f"\n{reason}")
