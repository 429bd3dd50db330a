"""What the machine lacks is installed where that is allowed, else named with the way to get it."""

import pytest

from scripts import system_packages
from scripts.children import StepFailed


@pytest.fixture
def commands(monkeypatch):
    """The commands run so far (list of tuples), on a Debian that lacks redis-server."""
    seen = []
    monkeypatch.setattr(system_packages, "missing", lambda: ["redis-server"])
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_packages, "run", lambda *command, **options: seen.append(command) or 0)
    return seen


def as_user(monkeypatch, number):
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: number)


def test_root_reads_the_package_lists_before_it_installs(commands, monkeypatch):
    as_user(monkeypatch, 0)
    system_packages.provide()
    assert [command[1] for command in commands] == ["update", "install"]
    assert "redis-server" in commands[1]


def test_others_are_told_what_to_install(commands, monkeypatch, capsys):
    as_user(monkeypatch, 1000)
    system_packages.provide()
    assert commands == []
    assert "apt-get install redis-server" in capsys.readouterr().out


def test_an_apt_that_fails_is_told(commands, monkeypatch):
    as_user(monkeypatch, 0)
    monkeypatch.setattr(system_packages, "run", lambda *command, **options: 100)
    with pytest.raises(StepFailed, match="apt could not install"):
        system_packages.provide()


def test_a_complete_machine_is_left_alone(commands, monkeypatch):
    as_user(monkeypatch, 0)
    monkeypatch.setattr(system_packages, "missing", list)
    system_packages.provide()
    assert commands == []
