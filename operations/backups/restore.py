"""Bring a backup back."""

import shutil

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from .databases import copy_in, count_rows
from .folders import BackupError
from .verify import verify_backup


def restore_backup(backup, *, replace=False):
    """Put a Backup in the place of the site's database and pictures; give the former pictures' Path or None.

    `replace` (bool) allows this over a site that has content. Raises BackupError, before anything is changed,
    when the backup is damaged, is of another kind of database, or would overwrite content unasked.
    """
    _refuse_unfit(backup)
    if not replace and _has_content():
        raise BackupError(_("This site has content. Add --replace to lose it in favour of the backup."))
    copy_in(backup.database)
    former = _swap_media(backup)
    _compare_rows(backup.manifest["rows"], count_rows())
    return former


def _refuse_unfit(backup):
    problems = verify_backup(backup)
    if problems:
        raise BackupError(_("The backup is damaged: {problems}").format(problems="; ".join(problems)))
    if backup.manifest["database"] != connection.vendor:
        message = _("This is a backup of {theirs}, and the site stands on {ours}.")
        raise BackupError(message.format(theirs=backup.manifest["database"], ours=connection.vendor))


def _has_content():
    """Say whether anybody has an account here: a freshly migrated database has none."""
    tables = count_rows()
    return bool(tables.get("editorial_user") or tables.get("auth_user"))


def _compare_rows(expected, found):
    different = sorted(
        name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name)
    )
    if different:
        message = _("Restored, but these tables differ from the manifest: {tables}.")
        raise BackupError(message.format(tables=", ".join(different)))


def _swap_media(backup):
    """Put the backup's pictures in place; the present ones move aside."""
    media, former = settings.MEDIA_ROOT, None
    if media.exists() and any(media.iterdir()):
        former = media.with_name(f"{media.name}-before-{timezone.now():%Y-%m-%dT%H%M%S.%f}")
        media.rename(former)
    if (backup.folder / "media").exists():
        shutil.copytree(backup.folder / "media", media, dirs_exist_ok=True)
    return former
