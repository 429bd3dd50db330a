"""Every statement that changes what visitors see adds to the count, in the same transaction.

Whoever writes, by whatever way (an editor, a command, a bulk update, raw SQL through Django), is seen here,
below all of them. Only what goes round Django is not: `manage.py count_change` is for that.
"""

from functools import partial

from django.conf import settings
from django.db import transaction

from .reading import reader
from .statements import is_read, is_seen
from .table import TABLE, TOUCHES
from .tagging import target_of
from .tags import touch

FREE_ROW = f"(SELECT id FROM {TABLE} WHERE kind = %s LIMIT 1%s)"  # noqa: S608 our own names
UNLOCKED = {"postgresql": " FOR UPDATE SKIP LOCKED", "sqlite": ""}
_there = set()


def watch(connection, **_signal):
    """Look at every statement of a new database `connection`."""
    if _look not in connection.execute_wrappers:
        connection.execute_wrappers.append(_look)


def _look(execute, sql, params, many, context):
    text = str(sql)
    if not settings.COUNT_CHANGES or is_read(text) or TABLE in text or TOUCHES in text:
        return execute(sql, params, many, context)
    if not is_seen(text, params, many) or not _table_is_there(context["connection"]):
        return execute(sql, params, many, context)
    if "" in _counted(context["connection"]):
        # This transaction renews everything already.
        return execute(sql, params, many, context)
    target = target_of(context["connection"], text, params, many)
    result = execute(sql, params, many, context)
    _tell(context, text, target)
    return result


def _tell(context, sql, target):
    """Count the change that was made, unless no row was there to be changed."""
    finds_rows = sql.lstrip()[:6].upper() in ("UPDATE", "DELETE")
    if finds_rows and context["cursor"].rowcount == 0:
        return
    kinds, tags = target.told() if target else ({""}, ())
    for kind in sorted(kinds):
        count_change(context["connection"], kind, tags)


def count_change(connection, kind="", tags=()):
    """Add one to the count of `kind` and of each tag, once in a transaction; this process knows after it.

    `kind` (str): "" renews every page, another one the pages and parts made from it; `tags` (iterable of
    str) belong to it.
    """
    if not _table_is_there(connection):
        return
    counted = _counted(connection)
    if kind not in counted:
        _add_one(connection, kind)
    new = set(tags) - counted
    touch(connection, new)
    for about in {kind, *new} - counted:
        transaction.on_commit(_teller(about), using=connection.alias)


def _counted(connection):
    """Give the kinds and tags (set of str) that this transaction has counted."""
    return {getattr(hook, "about", None) for _ids, hook, _robust in connection.run_on_commit}


def _add_one(connection, kind):
    with connection.cursor() as cursor:
        free = FREE_ROW % ("%s", UNLOCKED[connection.vendor])
        cursor.execute(f"UPDATE {TABLE} SET number = number + 1 WHERE id = {free}", [kind])  # noqa: S608
        if not cursor.rowcount:
            cursor.execute(f"INSERT INTO {TABLE} (kind, number) VALUES (%s, 1)", [kind])  # noqa: S608


def _teller(about):
    """Give a function that lets this process read the count anew.

    Its place among the hooks says too that this transaction has counted: a savepoint that is rolled back
    takes the hook with it, as it takes the addition.
    """
    tell = partial(reader.expire)
    tell.about = about
    return tell


def _table_is_there(connection):
    """Whether the tables are made (bool): a migration before them has nothing to count."""
    name = connection.settings_dict["NAME"]
    if name not in _there:
        with connection.cursor() as cursor:
            if {TABLE, TOUCHES} <= set(connection.introspection.table_names(cursor)):
                _there.add(name)
    return name in _there
