"""Check that a backup is whole."""

import sqlite3
from contextlib import closing

from django.utils.translation import gettext as _

from .databases import open_copy, postgres
from .folders import MANIFEST, BackupError, hash_of


def verify_backup(backup):
    """Give what is wrong with a Backup (list of str): files that differ, a broken database."""
    listed = backup.manifest["files"]
    present = {str(path.relative_to(backup.folder)) for path in backup.folder.rglob("*") if path.is_file()}
    wrong = [_("missing: {name}").format(name=name) for name in sorted(listed.keys() - present)]
    wrong += [_("unknown: {name}").format(name=name) for name in sorted(present - listed.keys() - {MANIFEST})]
    wrong += [
        _("changed: {name}").format(name=name)
        for name in sorted(listed.keys() & present)
        if hash_of(backup.folder / name) != listed[name]
    ]
    return wrong or _database_problems(backup)


def _database_problems(backup):
    try:
        if backup.manifest["database"] == "sqlite":
            return _sqlite_problems(backup.database)
        postgres("pg_restore", "--list", backup.database)
    except (BackupError, sqlite3.DatabaseError) as error:
        return [str(error)]
    return []


def _sqlite_problems(path):
    with closing(open_copy(path)) as database:
        answers = [row[0] for row in database.execute("PRAGMA integrity_check")]
    return [] if answers == ["ok"] else answers
