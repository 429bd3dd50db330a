"""Nothing that we start outlives us."""

import os
import signal
import subprocess
import sys
import time

import pytest

from scripts import children

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
# Like a worker of the web server that is only being loaded.
DEAF_AT_FIRST = """
import signal, time
signal.signal(signal.SIGTERM, lambda *_: signal.signal(signal.SIGTERM, lambda *_: exit(7)))

while True:
    time.sleep(60)
"""
SLEEPING = "children.run('sh', '-c', 'echo $$ > {}; exec sleep 60')"


def is_alive(pid):
    """Say whether a process with this id runs (a zombie does not)."""
    try:
        with open(f"/proc/{pid}/stat") as state:
            return state.read().rsplit(")")[1].split()[0] != "Z"
    except OSError:
        return False


def read_number(path):
    """Wait until a program has written a number into `path` and give it (int)."""
    while not path.exists() or not path.read_text().strip():
        time.sleep(0.05)
    return int(path.read_text())


def test_the_exit_code_of_a_program_is_given():
    assert children.run(sys.executable, "-c", "raise SystemExit(3)") == 3


def test_a_program_sees_the_environment_it_was_given():
    assert (
        children.run(sys.executable, "-c", "import os; os.environ['MOON'] == 'full' or exit(1)", MOON="full")
        == 0
    )


def test_a_program_that_ignores_the_polite_signal_is_ended_all_the_same(monkeypatch):
    monkeypatch.setattr(children, "GRACE_SECONDS", 0.3)
    with children.running(sys.executable, "-c", STUBBORN, quiet=True) as child:
        time.sleep(0.3)
    assert child.returncode in (-signal.SIGKILL, -signal.SIGTERM)


def test_a_program_that_misses_the_first_signal_is_asked_again():
    with children.running(sys.executable, "-c", DEAF_AT_FIRST, quiet=True) as child:
        time.sleep(1)
    assert child.returncode in (7, -signal.SIGTERM)


def test_the_children_of_a_program_end_with_it(tmp_path):
    with children.running("sh", "-c", f"sleep 60 & echo $! > {tmp_path / 'pid'}; wait"):
        grandchild = read_number(tmp_path / "pid")
    time.sleep(0.2)
    assert not is_alive(grandchild)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_what_was_started(tmp_path, number):
    sleeping = SLEEPING.format(tmp_path / "pid")
    code = f"from scripts import children; children.main(lambda: {sleeping})"
    program = subprocess.Popen([sys.executable, "-c", code], cwd=children.ROOT)
    child = read_number(tmp_path / "pid")
    os.kill(program.pid, number)
    assert program.wait(20) == 128 + number
    assert not is_alive(child)


def test_a_signal_that_comes_while_a_program_starts_stops_it_too(monkeypatch):
    signals = children.Signals()
    monkeypatch.setattr(children, "SIGNALS", signals)
    started = []

    def popen(*arguments, **options):
        started.append(subprocess_popen(*arguments, **options))
        signals.receive(signal.SIGTERM, None)
        return started[0]

    subprocess_popen = subprocess.Popen
    monkeypatch.setattr(children.subprocess, "Popen", popen)
    with pytest.raises(SystemExit) as left:
        children.run("sleep", "60")
    assert (left.value.code, is_alive(started[0].pid)) == (128 + signal.SIGTERM, False)


def test_a_failed_step_is_told_in_one_message(capfd):
    def program():
        raise children.StepFailed("The moon is missing.")

    with pytest.raises(SystemExit) as left:
        children.main(program)
    assert left.value.code == "\nThe moon is missing."
