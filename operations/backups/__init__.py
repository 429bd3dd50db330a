"""Backups: database and pictures in one folder, with a manifest that makes them checkable."""

from .folders import Backup, BackupError, all_backups, newest_backup
from .make import make_backup
from .restore import restore_backup
from .verify import verify_backup

__all__ = [
    "Backup",
    "BackupError",
    "all_backups",
    "make_backup",
    "newest_backup",
    "restore_backup",
    "verify_backup",
]
