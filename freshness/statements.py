"""Whether an SQL statement changes what visitors see.

Everything does, except what the settings say is quiet: `QUIET_TABLES` (never shown), `QUIET_COLUMNS` (not
shown, of tables that are) and `SHOWN_BY` (a new row is seen only when this column of it is true).
"""

import re

from django.conf import settings

WRITE = re.compile(
    r'\s*(INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+(?:ONLY\s+)?["`]?(\w+)',
    re.IGNORECASE,
)
READS = ("SELECT", "SAVEPO", "RELEAS", "ROLLBA", "PRAGMA", "BEGIN", "EXPLAI", "DECLAR", "FETCH ")
WITH_WRITE = re.compile(r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b", re.IGNORECASE)
SET = re.compile(r"\sSET\s(.*?)(?:\sWHERE\s|$)", re.IGNORECASE | re.DOTALL)
COLUMN = re.compile(r'"(\w+)"\s*=(?!=)')
INSERTED = re.compile(r"\(([^()]*)\)\s*(?:VALUES|SELECT)", re.IGNORECASE)


def is_seen(sql, params, many=False):
    """Whether visitors may see what `sql` (str) with `params` changes (bool). Doubt is a yes."""
    sql = str(sql)
    if sql[:6].upper().rstrip() in READS or sql.startswith("FETCH"):
        return False
    write = WRITE.match(sql)
    if write is None:
        return sql.lstrip()[:4].upper() == "WITH" and bool(WITH_WRITE.search(sql))
    table = write[2].lower()
    if table in settings.QUIET_TABLES:
        return False
    verb = write[1][:6].upper()
    if verb == "UPDATE":
        return _updates_something_seen(sql, settings.QUIET_COLUMNS.get(table, frozenset()))
    return verb != "INSERT" or _inserts_something_seen(sql, params, many, settings.SHOWN_BY.get(table))


def table_of(sql):
    """Give the table (str) that the statement `sql` writes, "" where that is not plain."""
    write = WRITE.match(str(sql))
    return write[2].lower() if write else ""


def _updates_something_seen(sql, quiet):
    found = SET.search(sql)
    columns = set(COLUMN.findall(found[1])) if quiet and found else set()
    return not columns or not columns <= quiet


def _inserts_something_seen(sql, params, many, column):
    found = INSERTED.search(sql) if column else None
    columns = re.findall(r'"(\w+)"', found[1]) if found else []
    values = [value for row in params for value in row] if many else list(params or ())
    if column not in columns or len(values) % len(columns):
        return True
    return any(values[columns.index(column) :: len(columns)])
