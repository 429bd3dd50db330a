"""Every statement that changes what visitors see adds to the count, in the same transaction.

Whoever writes, by whatever way (an editor, a command, a bulk update, raw SQL through Django), is seen here,
below all of them. Only what goes round Django is not: `manage.py count_change` is for that.
"""

from django.conf import settings
from django.db import transaction

from .reading import reader
from .statements import is_seen
from .table import TABLE

FREE_ROW = {
    "postgresql": f"(SELECT id FROM {TABLE} LIMIT 1 FOR UPDATE SKIP LOCKED)",  # noqa: S608 our own names
    "sqlite": f"(SELECT id FROM {TABLE} LIMIT 1)",  # noqa: S608 our own names
}
_there = set()


def watch(connection, **_signal):
    """Look at every statement of a new database `connection`."""
    if _look not in connection.execute_wrappers:
        connection.execute_wrappers.append(_look)


def _look(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if settings.COUNT_CHANGES and is_seen(sql, params, many) and TABLE not in str(sql):
        count_change(context["connection"])
    return result


def count_change(connection):
    """Add one to the count, once in a transaction; after its commit this process reads it at once."""
    if any(hook is _tell for _ids, hook, _robust in connection.run_on_commit):
        return
    if not _table_is_there(connection):
        return
    with connection.cursor() as cursor:
        free = FREE_ROW[connection.vendor]
        cursor.execute(f"UPDATE {TABLE} SET number = number + 1 WHERE id = {free}")  # noqa: S608
        if not cursor.rowcount:
            cursor.execute(f"INSERT INTO {TABLE} (number) VALUES (1)")  # noqa: S608 our own names
    transaction.on_commit(_tell, using=connection.alias)


def _tell():
    """Read the count anew. Its place among the hooks says too that this transaction has counted.

    A rolled back savepoint takes the hook with it, as it takes the addition.
    """
    reader.expire()


def _table_is_there(connection):
    """Whether the table is made (bool): a migration before it has nothing to count."""
    name = connection.settings_dict["NAME"]
    if name not in _there:
        with connection.cursor() as cursor:
            if TABLE in connection.introspection.table_names(cursor):
                _there.add(name)
    return name in _there
