"""`kill -9` of `migrate`: run again, it goes on from where it was, to the end."""

import os
import random
import signal
import time
from functools import partial
from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from .rows import Row
from .site import forked

migrate = partial(call_command, "migrate", interactive=False, verbosity=0)
# Chosen so that the kills fall on the whole way, which takes about a minute.
ALIVE = (0.3, 5.0)


def drill(site, plan):
    """Kill `migrate` plan["migrate_kills"] times at most, from nothing, then let it end; give one Row."""
    row = Row("kill -9 of migrate", site.database, "kills")
    for _kill in range(plan["migrate_kills"]):
        pid = forked(migrate)
        time.sleep(random.uniform(*ALIVE))
        done, _status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        row.count += 1
    complete(site)
    row.expect(open_migrations() == 0, f"{open_migrations()} migrations are not applied")
    row.note = "run again it ended; nothing had to be mended by hand"
    return [row.ended()]


def complete(site):
    """Migrate to the end and plant the content of the drills."""
    migrate()
    call_command("setup_roles", stdout=StringIO())
    site.plant()
    site.warm()


def open_migrations():
    """Give how many (int) migrations are not applied."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
