"""The folder .venv and the libraries in it: made once, then only when a lock file changes.

`python -m scripts.virtual_environment [requirements.txt ...]` brings it up to date.
"""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.children import ROOT, StepFailed, main, run

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
# What installs the others ten times as fast as pip, where it runs and finds them.
UV = "requirements-uv.txt"
EXACTLY = ("--no-deps", "--require-hashes")
PIP = ("-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-compile", *EXACTLY)
UV_OPTIONS = (
    "--quiet",
    "--compile-bytecode",
    "--system-certs",
    "--index-strategy",
    "unsafe-best-match",
    *EXACTLY,
)
# Where pip is told to find packages, and what uv calls that. Hashes decide what is taken, not the place.
PLACES = {"index-url": "UV_DEFAULT_INDEX", "extra-index-url": "UV_INDEX", "find-links": "UV_FIND_LINKS"}


def prepare(*locks):
    """Make .venv hold what the lock files (names, str) ask for. Raises StepFailed with what to do."""
    if not all(map(is_installed, locks)) and not is_usable():
        create()
    if wanted := [lock for lock in locks if not is_installed(lock)]:
        install(wanted)
        for lock in wanted:
            stamp(lock).write_text(fingerprint(lock))


def is_installed(lock):
    """Say whether `lock` as it stands is what was installed last, by a Python that is still there."""
    return PYTHON.exists() and stamp(lock).exists() and stamp(lock).read_text() == fingerprint(lock)


def is_usable():
    """Say whether .venv has a pip that starts: a moved folder or a removed Python leaves none."""
    return PYTHON.exists() and run(PYTHON, "-m", "pip", "--version", quiet=True) == 0


def stamp(lock):
    """Give the file (Path) that remembers which state of `lock` is installed."""
    return VENV / f"installed-{lock}"


def fingerprint(lock):
    """Give a text (str) that changes with the content of the lock file and the version of Python."""
    content = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    return f"{content} {sys.version_info[:2]}"


def create():
    """Make .venv anew. Raises StepFailed when Python has no venv module or the folder cannot be written."""
    print("Making .venv …", flush=True)
    if run(sys.executable, "-m", "venv", "--clear", VENV):
        raise StepFailed(
            "Python could not make the folder .venv (see above).\n"
            "On Debian and Ubuntu its venv module is a package: sudo apt install python3-venv"
        )


def install(locks):
    """Install exactly what `locks` (names) ask for, each file checked against its hash. Raises StepFailed."""
    names = " and ".join(locks)
    print(f"Installing the libraries of {names} (only when they changed) …", flush=True)
    files = [part for lock in locks for part in ("--requirement", lock)]
    if install_with_uv(files):
        return
    print("uv could not do that here; pip does it, which takes longer …", flush=True)
    if pip_install(*files):
        raise StepFailed(
            f"The libraries of {names} could not be installed (see above). They come from PyPI: is there\n"
            "a network? Behind a proxy set HTTPS_PROXY, with a mirror of your own set PIP_INDEX_URL."
        )
    compile_all()


def install_with_uv(files):
    """Let uv install and compile what `files` (its options) name; say whether it did.

    uv itself goes with the folder it is put into: .venv holds what the lock files ask for.
    """
    with tempfile.TemporaryDirectory(prefix="uv-") as folder:
        if pip_install("--target", folder, "--requirement", UV):
            return False
        install = [Path(folder) / "bin" / "uv", "pip", "install", "--python", PYTHON, *UV_OPTIONS]
        return run(*install, *files, **places_of_packages()) == 0


def pip_install(*options):
    """Run pip with `options` (str); give its exit code (int)."""
    return run(PYTHON, *PIP, *options)


def places_of_packages():
    """Give the environment (dict) that tells uv where pip, on this machine, is told to find packages."""
    told = subprocess.run(
        [PYTHON, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    pairs = [line.partition("=") for line in told.stdout.splitlines()]
    found = {name.rpartition(".")[2]: value.strip("'\"") for name, _equals, value in pairs}
    return {PLACES[name]: value for name, value in found.items() if name in PLACES}


def compile_all():
    """Compile the libraries on all processors, where pip would use one.

    A file that does not compile stays as it is: libraries bring files for other versions of Python.
    """
    run(PYTHON, "-m", "compileall", "-q", "-j", "0", VENV / "lib", quiet=True)


if __name__ == "__main__":
    main(lambda: prepare(*(sys.argv[1:] or ["requirements.txt"])))
