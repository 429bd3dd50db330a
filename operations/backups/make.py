"""Make a backup."""

import json
import shutil

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from .databases import copy_out
from .folders import DATABASES, MANIFEST, BackupError, all_backups, backups_folder, hash_of, open_backup


def make_backup(*, folder=None, keep=None):
    """Back up database and pictures into a new folder inside `folder` (Path); give the Backup.

    `keep`: how many finished backups to leave there (int), the oldest go first; None leaves all. The folder
    gets its name only when everything is in it. Raises BackupError when it cannot be written.
    """
    parent = folder or backups_folder()
    name = timezone.now().strftime("%Y-%m-%dT%H%M%S.%fZ")
    unfinished = parent / f".{name}.unfinished"
    try:
        unfinished.mkdir(parents=True, mode=0o700)
        _fill(unfinished)
        unfinished.rename(parent / name)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        message = _("The backup cannot be written to {folder}: {reason}.")
        raise BackupError(message.format(folder=parent, reason=error.strerror or error)) from error
    except BackupError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    if keep is not None:
        _forget(parent, keep)
    return open_backup(parent / name)


def _fill(folder):
    rows = copy_out(folder / DATABASES[connection.vendor])
    if settings.MEDIA_ROOT.exists():
        shutil.copytree(settings.MEDIA_ROOT, folder / "media")
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    manifest = {
        "created": timezone.now().isoformat(),
        "database": connection.vendor,
        "rows": rows,
        "files": {str(path.relative_to(folder)): hash_of(path) for path in files},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1))


def _forget(parent, keep):
    for backup in all_backups(parent)[max(keep, 1) :]:
        shutil.rmtree(backup.folder)
