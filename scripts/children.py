"""Start programs so that none of them outlives us."""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GRACE_SECONDS = 15


class StepFailed(Exception):
    """A step could not be done; the message is meant for the person at the keyboard."""


def leave_on_signals():
    """Turn SIGTERM and SIGHUP into SystemExit, so that `with` and `finally` run as they do for SIGINT."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: sys.exit(128 + received))


def start(*command, quiet=False, **environment):
    """Start `command` (strings or paths) in the repository's folder with `environment` added; give the Popen.

    The child leads a process group of its own: a Ctrl-C reaches only us, and we stop it in an orderly way.
    """
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **environment},
        start_new_session=True,
        stdout=subprocess.DEVNULL if quiet else None,
        stderr=subprocess.DEVNULL if quiet else None,
    )


def stop(child):
    """Ask the process group of `child` (a Popen) to end, and end it after GRACE_SECONDS."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if child.poll() is not None:
            break
        os.killpg(child.pid, number)
        try:
            child.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            continue
    return child.returncode


def run(*command, quiet=False, **environment):
    """Run `command` to its end; give its exit code (int). Interrupted, it is stopped first."""
    child = start(*command, quiet=quiet, **environment)
    try:
        return child.wait()
    finally:
        stop(child)


def main(program):
    """Run `program` (a function that gives an exit code or None) as the program that it is; never returns."""
    leave_on_signals()
    try:
        sys.exit(program())
    except StepFailed as reason:
        sys.exit(f"\n{reason}")
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
