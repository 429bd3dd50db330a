"""Which program rendered a page: what an older one stored, or one with other settings, is not used."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

SUFFIXES = (".py", ".html", ".mo", ".css", ".js", ".svg", ".json")
SHOWN_SETTINGS = (
    "WAGTAIL_SITE_NAME",
    "WAGTAILADMIN_BASE_URL",
    "STATIC_URL",
    "MEDIA_URL",
    "TIME_ZONE",
    "DEBUG",
)


@cache
def mark_of_checkout():
    """Give a mark (str) of the program's files and settings. Read once by a process."""
    root = Path(settings.BASE_DIR)
    facts = [str(getattr(settings, name)) for name in SHOWN_SETTINGS]
    for folder in [*_folders(root), Path(settings.STATIC_ROOT or root / "static")]:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
        facts += [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    return hashlib.blake2b(repr(facts).encode(), digest_size=12).hexdigest()


def _folders(root):
    """Give the folders (Path) whose files have a say in what a page looks like."""
    own = {app.split(".")[0] for app in settings.INSTALLED_APPS}
    names = sorted({*own, "healthsite", "templates", "static", "locale"})
    return [root / name for name in names if (root / name).is_dir()]
