"""What the tests use besides Python: programs and a font, installed by apt where that is possible."""

import os
import shutil
from pathlib import Path

from scripts import private_postgres
from scripts.children import StepFailed, main, run

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "/Library/Fonts")


def chromium():
    """Give the path (str) of an installed Chromium, None without one."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def has_chinese_font():
    """Say whether a Noto or Source Han font with Chinese characters is installed."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(any(folder.rglob("*CJK*")) for folder in folders if folder.is_dir())


# Debian's package: what tells that it, or another build of the same thing, is there.
NEEDED = {
    "chromium": chromium,
    "default-jre-headless": lambda: shutil.which("java"),
    "fonts-noto-cjk": has_chinese_font,
    "gettext": lambda: shutil.which("msgfmt"),
    "nginx": lambda: shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin"),
    "postgresql": private_postgres.programs,
    "redis-server": lambda: shutil.which("redis-server"),
}


def missing():
    """Give the names (list of str) of Debian's packages for what is not there."""
    return [package for package, found in NEEDED.items() if not found()]


def provide():
    """Install what is missing when we are root on Debian, else say how. Raises StepFailed when apt cannot."""
    wanted = missing()
    if wanted and shutil.which("apt-get") and os.geteuid() == 0:
        install(wanted)
    elif wanted:
        print(
            f"Not installed, so some tests will be skipped: {', '.join(wanted)}.\n"
            f"On Debian and Ubuntu: sudo apt-get update && sudo apt-get install {' '.join(wanted)}",
            flush=True,
        )


def install(packages):
    """Install Debian `packages` (list of str) with apt. Raises StepFailed when apt cannot."""
    print(f"Installing {', '.join(packages)} with apt …", flush=True)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    options = ["-y", "-qq", "--no-install-recommends"]
    if run("apt-get", "update", "-qq", **quiet) or run("apt-get", "install", *options, *packages, **quiet):
        raise StepFailed("apt could not install what the tests need (see above).")


if __name__ == "__main__":
    main(provide)
