"""The rows that every test finds: read once, put back after each test that commits."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase

# What `read` gave when only the migrations had run ("migrated") and when the site was grown ("site"), and
# the rows that the Chinese half of the site adds or changes ("chinese").
KEPT = {}
# Written by triggers of SQLite when the table of the index is.
TRIGGERED = {"wagtailsearch_indexentry_fts"}


def read():
    """Give the rows (dict by table of (list of columns, list of tuples)) of the tables that have any."""
    found = {}
    with connection.cursor() as cursor:
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        for table in sorted(set(tables) - TRIGGERED):
            cursor.execute(f"SELECT * FROM {quoted(table)}")  # noqa: S608 - names from the models
            if rows := cursor.fetchall():
                found[table] = [column[0] for column in cursor.description], rows
    return found


def newer(after, before):
    """Give those rows of `after`, as `read` gives them, that are not in `before`."""
    found = {}
    for table, (columns, lines) in after.items():
        _columns, old = before.get(table, (columns, []))
        if lines := [line for line in lines if line not in old]:
            found[table] = columns, lines
    return found


def write(rows):
    """Write rows, as `read` gives them, over those with the same key."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, lines) in rows.items():
            key, line = quoted(columns[0]), f"({', '.join(['%s'] * len(columns))})"
            keys = ", ".join(["%s"] * len(lines))
            cursor.execute(
                f"DELETE FROM {quoted(table)} WHERE {key} IN ({keys})",  # noqa: S608 - as above
                [values[0] for values in lines],
            )
            cursor.execute(
                f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, columns))}) "  # noqa: S608 - as above
                f"VALUES {', '.join([line] * len(lines))}",
                [value for values in lines for value in values],
            )


def put_back(rows):
    """Write what `read` gave into tables that were emptied."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            # A server that still answered a browser has made rows again that everything needs.
            for table in rows:
                cursor.execute(f"DELETE FROM {quoted(table)}")  # noqa: S608 - as above
        write(rows)
    # While the tables were empty, whoever asked for a type made one, with a number that is another's now.
    ContentType.objects.clear_cache()
    # As they are after the first page: tests without the database make pages that are never saved.
    ContentType.objects.get_for_models(*apps.get_models())


def quoted(name):
    """Give a name (str) of the models as SQL writes it."""
    return connection.ops.quote_name(name)


def restore(rows):
    """Empty every table, then write `rows`, as `read` gave them."""
    call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
    put_back(rows)


def put_back_after_tests_that_commit():
    """Let Django end such a test with the rows of the site, whatever test comes next.

    Django itself would write them row by row, and only before the next test that commits.
    """
    type(connection)._test_serialized_contents = connection._test_serialized_contents = "[]"
    empty = TransactionTestCase._fixture_teardown

    def empty_and_put_back(case):
        empty(case)
        put_back(KEPT["site"])

    TransactionTestCase._fixture_teardown = empty_and_put_back
