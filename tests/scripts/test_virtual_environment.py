"""Libraries are installed once for each state of a lock file."""

import subprocess

import pytest

from scripts import virtual_environment as venv
from scripts.children import StepFailed


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """The commands (list of tuples) run so far, in an empty checkout; none is really run."""
    seen = []

    def run(*command, **options):
        seen.append(" ".join(map(str, command)))
        if "venv" in command:
            venv.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            venv.PYTHON.touch()
        return 0

    monkeypatch.setattr(venv, "run", run)
    monkeypatch.setattr(venv, "places_of_packages", dict)
    monkeypatch.setattr(venv, "ROOT", tmp_path)
    monkeypatch.setattr(venv, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(venv, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    (tmp_path / "requirements.txt").write_text("wagtail==7.4\n")
    return seen


def test_the_first_time_makes_the_folder_and_checks_every_hash(commands):
    venv.prepare("requirements.txt")
    assert "-m venv" in commands[0]
    installations = [command for command in commands if "pip install" in command]
    assert installations
    assert all("--require-hashes" in command for command in installations)


def test_the_second_time_runs_nothing(commands):
    venv.prepare("requirements.txt")
    commands.clear()
    venv.prepare("requirements.txt")
    assert commands == []


def test_a_changed_lock_file_is_installed_into_the_same_folder(commands, tmp_path):
    venv.prepare("requirements.txt")
    commands.clear()
    (tmp_path / "requirements.txt").write_text("wagtail==7.5\n")
    venv.prepare("requirements.txt")
    assert any("pip install" in command for command in commands)
    assert not any("-m venv" in command for command in commands)


def test_lock_files_are_installed_together_so_that_it_is_seen_where_they_disagree(commands, tmp_path):
    (tmp_path / "requirements-dev.txt").write_text("pytest==9.0\n")
    venv.prepare("requirements.txt", "requirements-dev.txt")
    [_uv_itself, installation] = [command for command in commands if "pip install" in command]
    assert "requirements.txt" in installation
    assert "requirements-dev.txt" in installation
    assert venv.is_installed("requirements.txt")
    assert venv.is_installed("requirements-dev.txt")


@pytest.mark.parametrize("missing", ["requirements-uv.txt", "bin/uv"])
def test_where_uv_is_not_to_be_had_pip_installs(commands, monkeypatch, missing, capsys):
    taken = venv.run
    monkeypatch.setattr(
        venv,
        "run",
        lambda *command, **options: taken(*command) or int(missing in " ".join(map(str, command))),
    )
    venv.prepare("requirements.txt")
    [*_tried, installation, compilation] = commands
    assert installation.endswith("--requirement requirements.txt")
    assert "-m pip install" in installation
    assert "compileall" in compilation
    assert "pip does it" in capsys.readouterr().out
    assert venv.is_installed("requirements.txt")


def test_uv_looks_where_pip_is_told_to_look(monkeypatch):
    said = ":env:.find-links='/opt/wheels'\nglobal.index-url='https://pypi.example.org/simple'\nglobal.timeout='9'\n"
    answer = subprocess.CompletedProcess([], 0, stdout=said)
    monkeypatch.setattr(venv.subprocess, "run", lambda *command, **options: answer)
    assert venv.places_of_packages() == {
        "UV_DEFAULT_INDEX": "https://pypi.example.org/simple",
        "UV_FIND_LINKS": "/opt/wheels",
    }


def test_a_failed_installation_is_told_and_tried_again(commands, monkeypatch):
    venv.prepare()
    monkeypatch.setattr(venv, "run", lambda *command, **options: int("install" in command))
    with pytest.raises(StepFailed, match="PyPI"):
        venv.prepare("requirements.txt")
    assert not venv.is_installed("requirements.txt")
