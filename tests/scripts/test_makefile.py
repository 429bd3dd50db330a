"""Which Python `make` takes."""

import os
import shutil
import subprocess

import pytest

from scripts.children import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="there is no make")


def planned(*words, **environment):
    """Give what `make setup` would run (str)."""
    command = ["make", "--no-print-directory", "-n", "setup", *words]
    told = {"PYTHON", "MAKEFLAGS", "MAKEOVERRIDES"}  # what `make test PYTHON=...` hands on to its tests
    environment = {name: value for name, value in os.environ.items() if name not in told} | environment
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_it_is_one_that_is_new_enough_and_makes_environments():
    python = planned().split()[0]
    code = "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"
    assert subprocess.run([python, "-c", code], check=False).returncode == 0


def test_who_names_one_gets_it():
    assert planned("PYTHON=python9").startswith("python9 -m")
    assert planned(PYTHON="python8").startswith("python8 -m")
