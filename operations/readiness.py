"""Whether this process can serve: each check says None, or in words what is wrong."""

import shutil
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _

# Under this much a database cannot clean up after itself any more.
LEAST_FREE_BYTES = 200 * 1024 * 1024
PROBE = "readiness-probe"


def database_writes():
    """Write a row and take it back: a full disk, a lost server or a read-only one fails here."""
    try:
        with transaction.atomic():
            Session.objects.create(
                session_key=PROBE, session_data="", expire_date=timezone.now() + timedelta(1)
            )
            transaction.set_rollback(True)
    except DatabaseError as error:
        return _("The database takes no writes: {reason}").format(reason=error)
    return None


def migrations_applied():
    """Compare the tables with what this version of the code expects."""
    try:
        executor = MigrationExecutor(connection)
        open_migrations = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return _("The state of the database cannot be read: {reason}").format(reason=error)
    if open_migrations:
        return _("{count} migrations are not applied. Run: manage.py migrate").format(
            count=len(open_migrations)
        )
    return None


def disk_has_room():
    """Look at the disk that holds database and pictures."""
    free = shutil.disk_usage(settings.VAR_DIR).free
    if free < LEAST_FREE_BYTES:
        return _("Only {free} MB are free on the disk of {folder}.").format(
            free=free // 1024**2, folder=settings.VAR_DIR
        )
    return None


CHECKS = {"database": database_writes, "migrations": migrations_applied, "disk": disk_has_room}


def check_readiness():
    """Give what is wrong (dict of str or None by name of the check); ready means that all are None."""
    return {name: check() for name, check in CHECKS.items()}
