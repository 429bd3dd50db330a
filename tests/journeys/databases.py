"""An empty site for journeys that commit what they make and share it."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests.first_rows import restore


@contextmanager
def fresh_database(keep):
    """The test database with the rows of the migrations and no others, now and for whoever comes after.

    It is made here when no other test of this run asked for one: the site's own database is never touched.
    `keep`: whether it stays for the next run (bool).
    """
    site = getattr(connection, "_test_serialized_contents", None)
    made = [] if site else setup_databases(verbosity=0, interactive=False, keepdb=keep)
    bare = getattr(connection, "_rows_of_the_migrations", None) or connection._test_serialized_contents
    restore(bare)
    yield
    restore(site or bare)
    if made and not keep:
        teardown_databases(made, verbosity=0)
