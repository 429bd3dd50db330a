"""An empty site for journeys that commit what they make and share it."""

from contextlib import contextmanager

from django.test.utils import setup_databases, teardown_databases

from tests.kept_rows import KEPT, read, restore


@contextmanager
def fresh_database(keep):
    """The test database with the rows of the migrations and no others, now and for whoever comes after.

    It is made here when no other test of this run asked for one: the site's own database is never touched.
    `keep`: whether it stays for the next run (bool).
    """
    made = [] if KEPT else setup_databases(verbosity=0, interactive=False, keepdb=keep)
    migrated = KEPT.get("migrated") or read()
    restore(migrated)
    yield
    restore(KEPT.get("site") or migrated)
    if made and not keep:
        teardown_databases(made, verbosity=0)
