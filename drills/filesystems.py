"""Small filesystems that can be filled and made read-only; they need root's rights."""

import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path


def mount(*words):
    """Run `mount` with `words` (str or Path). Raises CalledProcessError with what it said."""
    subprocess.run(["mount", *map(str, words)], check=True, capture_output=True)


@contextmanager
def own_filesystem(folder, *, megabytes):
    """Put what is in `folder` (Path) on a filesystem of so many `megabytes` for the length of a `with`."""
    with tempfile.TemporaryDirectory(prefix="healthsite-drill-") as aside:
        shutil.copytree(folder, aside, dirs_exist_ok=True)
        mount("-t", "tmpfs", "-o", f"size={megabytes}m", "healthsite-drill", folder)
        try:
            shutil.copytree(aside, folder, dirs_exist_ok=True)
            yield
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def full(folder):
    """Leave no free byte on the filesystem of `folder` (Path)."""
    filler = Path(folder, "filler")
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    yield
    filler.unlink()


@contextmanager
def read_only(folder):
    """Let nobody write to the filesystem of `folder` (Path)."""
    mount("-o", "remount,ro", folder)
    yield
    mount("-o", "remount,rw", folder)
