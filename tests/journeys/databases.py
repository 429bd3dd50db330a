"""An empty site for journeys that commit what they make and share it."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, teardown_databases


@contextmanager
def fresh_database(keep):
    """The test database with the rows of the migrations and no others, now and for whoever comes after.

    It is made here when no other test of this run asked for one: the site's own database is never touched.
    `keep`: whether it stays for the next run (bool).
    """
    rows = getattr(connection, "_test_serialized_contents", None)
    made = [] if rows else setup_databases(verbosity=0, interactive=False, keepdb=keep)
    rows = rows or connection._test_serialized_contents
    start_anew(rows)
    yield
    start_anew(rows)
    if made and not keep:
        teardown_databases(made, verbosity=0)


def start_anew(rows):
    """Empty every table, then put `rows` (str, as Django serialises them) back."""
    call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    connection.creation.deserialize_db_from_string(rows)
