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
PLACEHOLDER = re.compile(r"%%|%s")
INSERTED = re.compile(r"\(([^()]*)\)\s*(?:VALUES|SELECT)", re.IGNORECASE)


def is_seen(sql, params, many=False):
    """Whether visitors may see what `sql` (str) with `params` changes (bool). Doubt is a yes."""
    sql = str(sql)
    if is_read(sql):
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


def is_read(sql):
    """Whether `sql` (str) only reads, or opens and ends what is read (bool)."""
    return sql[:6].upper().rstrip() in READS or sql.startswith("FETCH")


def columns_set(sql):
    """Give the columns (set of str) that an UPDATE `sql` sets, empty where that is not plain."""
    found = SET.search(sql)
    return set(COLUMN.findall(found[1])) if found else set()


def values_set(sql, params, column):
    """Give the values (list) that an UPDATE `sql` puts into `column`, None where that is not plain."""
    found = SET.search(sql)
    assigned = re.search(rf'"{column}"\s*=\s*(%s|NULL)\s*(?:,|$)', found[1]) if found else None
    if not assigned or not isinstance(params, (tuple, list)):
        return None
    at = count_places(sql[: found.start(1) + assigned.start(1)])
    return [params[at]] if assigned[1] == "%s" else []


def columns_inserted(sql):
    """Give the columns (list of str) that an INSERT `sql` fills, empty where that is not plain."""
    found = INSERTED.search(sql)
    return re.findall(r'"(\w+)"', found[1]) if found else []


def values_inserted(sql, params, column):
    """Give the values (list) that an INSERT `sql` puts into `column`, None where that is not plain."""
    columns = columns_inserted(sql)
    values = list(params or ())
    if column not in columns or not values or len(values) % len(columns):
        return None
    found = values[columns.index(column) :: len(columns)]
    # PostgreSQL takes many rows as one list for each column.
    return [one for value in found for one in (value if isinstance(value, list) else [value])]


def count_places(sql):
    """Give how many parameters (int) a piece of SQL takes."""
    return PLACEHOLDER.findall(sql).count("%s")


def _updates_something_seen(sql, quiet):
    columns = columns_set(sql) if quiet else set()
    return not columns or not columns <= quiet


def _inserts_something_seen(sql, params, many, column):
    if not column:
        return True
    values = [value for row in params for value in row] if many else params
    found = values_inserted(sql, values, column)
    return found is None or any(found)
