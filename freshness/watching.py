"""Every statement that changes what visitors see adds to the count, in the same transaction.

Whoever writes, by whatever way (an editor, a command, a bulk update, raw SQL through Django), is seen here,
below all of them. Only what goes round Django is not: `manage.py count_change` is for that.
"""

from functools import partial

from django.conf import settings
from django.db import transaction

from .reading import reader
from .statements import is_seen, table_of
from .table import TABLE

FREE_ROW = f"(SELECT id FROM {TABLE} WHERE kind = %s LIMIT 1%s)"  # noqa: S608 our own names
UNLOCKED = {"postgresql": " FOR UPDATE SKIP LOCKED", "sqlite": ""}
_there = set()


def watch(connection, **_signal):
    """Look at every statement of a new database `connection`."""
    if _look not in connection.execute_wrappers:
        connection.execute_wrappers.append(_look)


def _look(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    if settings.COUNT_CHANGES and is_seen(sql, params, many) and TABLE not in str(sql):
        count_change(context["connection"], settings.LIVE_TABLES.get(table_of(sql), ""))
    return result


def count_change(connection, kind=""):
    """Add one to the count of `kind`, once in a transaction; after its commit this process reads it at once.

    `kind` (str): the live part of pages that changed, "" for anything else.
    """
    if any(hook is _tellers[kind] for _ids, hook, _robust in connection.run_on_commit):
        return
    if not _table_is_there(connection):
        return
    with connection.cursor() as cursor:
        free = FREE_ROW % ("%s", UNLOCKED[connection.vendor])
        cursor.execute(f"UPDATE {TABLE} SET number = number + 1 WHERE id = {free}", [kind])  # noqa: S608
        if not cursor.rowcount:
            cursor.execute(f"INSERT INTO {TABLE} (kind, number) VALUES (%s, 1)", [kind])  # noqa: S608
    transaction.on_commit(_tellers[kind], using=connection.alias)


class _Tellers(dict):
    """For each kind one function that lets this process read the count anew.

    Its place among the hooks says too that this transaction has counted: a savepoint that is rolled back
    takes the hook with it, as it takes the addition.
    """

    def __missing__(self, kind):
        self[kind] = partial(reader.expire)
        return self[kind]


_tellers = _Tellers()


def _table_is_there(connection):
    """Whether the table is made (bool): a migration before it has nothing to count."""
    name = connection.settings_dict["NAME"]
    if name not in _there:
        with connection.cursor() as cursor:
            if TABLE in connection.introspection.table_names(cursor):
                _there.add(name)
    return name in _there
