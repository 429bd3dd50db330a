"""A backup is a folder: database.sqlite3 or database.dump, media/, and manifest.json, written last."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


class BackupError(Exception):
    """A backup cannot be made, read or restored; the message is for the person at the keyboard."""


@dataclass(frozen=True)
class Backup:
    """A finished backup: its folder and what its manifest says."""

    folder: Path
    manifest: dict

    @property
    def created(self):
        """When it was made (aware datetime)."""
        return datetime.fromisoformat(self.manifest["created"])

    @property
    def age_hours(self):
        """How old it is, in hours (float)."""
        return (timezone.now() - self.created).total_seconds() / 3600

    @property
    def database(self):
        """The file (Path) that holds the database."""
        return self.folder / DATABASES[self.manifest["database"]]


def backups_folder():
    """Give the folder (Path) where backups go unless told otherwise."""
    return settings.BACKUP_FOLDER


def open_backup(folder):
    """Give the Backup in `folder` (Path). Raises BackupError when there is none or its manifest is broken."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
        backup = Backup(folder, manifest)
        backup.created, backup.database, manifest["files"], manifest["rows"]
    except OSError as error:
        message = _("{folder} is no finished backup: {reason}.")
        raise BackupError(message.format(folder=folder, reason=error.strerror)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(_("The manifest in {folder} is damaged.").format(folder=folder)) from error
    return backup


def all_backups(folder=None):
    """Give the finished Backups in `folder` (Path), newest first; broken and unfinished ones are left out."""
    found = []
    for manifest in (folder or backups_folder()).glob(f"*/{MANIFEST}"):
        try:
            found.append(open_backup(manifest.parent))
        except BackupError:
            continue
    return sorted(found, key=lambda backup: backup.created, reverse=True)


def newest_backup():
    """Give the newest Backup in the usual folder, or None."""
    return next(iter(all_backups()), None)


def hash_of(path):
    """Give the SHA-256 (str, hexadecimal) of the file `path`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
