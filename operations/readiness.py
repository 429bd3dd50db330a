"""Whether this process can serve: each check says None, or in words what is wrong.

CHECKS decide whether visitors are sent here. What is merely LATE (the queue, the last backup, the timers) or
can be done without (a shared cache) is told beside them: a site is not made better by being taken away from
its readers.
"""

import secrets
import shutil
from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TASK_MIN_PRIORITY

from .backups import newest_backup
from .jobs import job_states

# Under this much a database cannot clean up after itself any more.
LEAST_FREE_BYTES = 200 * 1024 * 1024
PROBE = "readiness-probe-"
# The label of django_tasks_db, which is not its name.
QUEUE = "django_tasks_database"
OLDEST_TASK = timedelta(minutes=10)
OLDEST_BACKUP_HOURS = 25


def database_writes():
    """Write a row and remove it: a full disk, a lost server or a read-only one fails here.

    Both are committed: SQLite does not touch the disk for what is rolled back.
    """
    probe = PROBE + secrets.token_hex(8)
    try:
        Session.objects.create(session_key=probe, session_data="", expire_date=timezone.now() + timedelta(1))
        Session.objects.filter(session_key=probe).delete()
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


def queue_moves():
    """Look at the task that waits longest, where tasks go through the database."""
    since = waits_since()
    if since and timezone.now() - since > OLDEST_TASK:
        minutes = int((timezone.now() - since).total_seconds() // 60)
        message = _("A task has waited for {minutes} minutes: does the worker run (manage.py db_worker)?")
        return message.format(minutes=minutes)
    return None


def waits_since():
    """Give since when the oldest task that could be worked on waits (aware datetime), None without one.

    Of the least priority are pages stored ahead: they come after everything else, however long that takes.
    """
    if not apps.is_installed("django_tasks_db"):
        return None
    tasks = apps.get_model(QUEUE, "DBTaskResult").objects.ready()
    tasks = tasks.filter(priority__gt=TASK_MIN_PRIORITY)
    return tasks.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()


def backup_is_fresh():
    """Look at the newest finished backup."""
    newest = newest_backup()
    if newest and newest.age_hours < OLDEST_BACKUP_HOURS:
        return None
    return _("There is no backup of the last {hours} hours.").format(hours=OLDEST_BACKUP_HOURS)


def timers_run():
    """Look for scheduled jobs that have not come to a good end for too long."""
    late = [state.job.name for state in job_states() if state.is_overdue]
    return _("Overdue: {jobs}.").format(jobs=", ".join(late)) if late else None


def shared_cache_answers():
    """Write into the shared cache, which answers None when it is gone. Asked only where there is one."""
    if caches["shared"].set(PROBE, 1, timeout=60):
        return None
    return _("The shared cache does not answer: comments are counted in the database meanwhile.")


CHECKS = {"database": database_writes, "migrations": migrations_applied, "disk": disk_has_room}
LATE = {"queue": queue_moves, "backup": backup_is_fresh, "timers": timers_run}


def check_readiness():
    """Give what is wrong (dict of str or None by name of the check); ready means that all are None."""
    return {name: check() for name, check in CHECKS.items()}


def check_lateness():
    """Give what is late or gone (dict of str or None by name of the check). Asks a database that answers."""
    shared = {"cache": shared_cache_answers} if "shared" in settings.CACHES else {}
    return {name: check() for name, check in {**LATE, **shared}.items()}
