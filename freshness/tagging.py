"""Which rows a writing statement is about: so that it renews what was made from these, and not every page.

Only statements as Django writes them are understood. Of any other, and of one that is about too many rows or
about pages of types that have no tags, nothing is said: then everything is renewed.
"""

import re

from django.conf import settings

from .statements import WRITE, columns_inserted, columns_set, count_places, values_inserted, values_set
from .tags import PAGE, PAGES, kinds_of_table, tag_of, tags_of_pages

MOST = 500
BOUND = re.compile(r'\s*(UPDATE|DELETE\s+FROM)\s+"(\w+)"\s.*?\bWHERE\s(.*)$', re.IGNORECASE | re.DOTALL)
END = re.compile(r"\sRETURNING\s", re.IGNORECASE)
EVERYTHING = ({""}, frozenset())


class Target:
    """The rows that one statement is about: those that it finds, and those that it leaves."""

    def __init__(self, connection, table, sql, params):
        self.connection, self.table, self.sql, self.params = connection, table, sql, params
        self.columns = settings.TAGGED[table][0]
        self.verb = sql.lstrip()[:6].upper()
        self.rows = self._inserted() if self.verb == "INSERT" else self._found()
        self.before = self._facts(self.rows)

    @property
    def is_known(self):
        """Whether it can be told which rows these are (bool)."""
        return self.rows is not None

    def told(self):
        """Give (kinds, tags) after the statement has run: ({""}, empty) when it may change any page."""
        rows = self._left()
        if rows is None:
            return EVERYTHING
        after = self._facts(rows)
        tags, kinds = self.before[0] | after[0], self.before[1] | after[1]
        others = [*self.before[2], *after[2]]
        if others and not self._only_counts_children(others):
            return EVERYTHING
        return (kinds if self.table == PAGES else kinds | kinds_of_table(self.table)), tags

    def _facts(self, rows):
        """Give (tags, kinds, rows of pages without tags) of `rows`: {column: values}, None for none."""
        tags, pages = set(), []
        for column, values in (rows or {}).items():
            if self.columns[column] == PAGE:
                pages += [pk for pk in values if isinstance(pk, int)]
            else:
                tags |= {tag_of(self.columns[column], value) for value in values}
        found, kinds, others = tags_of_pages(self.connection, pages)
        return tags | found, kinds, others

    def _only_counts_children(self, others):
        """Whether pages got more or fewer pages below, but neither the first nor the last one."""
        return columns_set(self.sql) == {"numchild"} and all(children for _pk, children in others)

    def _inserted(self):
        found = {column: self._values_inserted(column) for column in self.columns}
        return None if any(values is None or len(values) > MOST for values in found.values()) else found

    def _values_inserted(self, column):
        columns = columns_inserted(self.sql)
        # Nobody can have looked up by its own id a row that gets it only now.
        if column == "id" and columns and column not in columns:
            return []
        return values_inserted(self.sql, self.params, column)

    def _found(self):
        """Give the rows that an UPDATE or DELETE finds, None where its conditions are not plain."""
        bound = BOUND.match(self.sql)
        if not bound or not isinstance(self.params, (tuple, list)):
            return None
        condition = END.split(bound[3])[0]
        at = count_places(self.sql[: bound.start(3)])
        return self._asked(condition, list(self.params)[at : at + count_places(condition)])

    def _left(self):
        """Give the rows as the statement leaves them, None where it does not say so plainly."""
        if self.table == PAGES and self.verb == "INSERT":
            paths = values_inserted(self.sql, self.params, "path")
            return paths and self._asked(f'"path" IN ({", ".join(["%s"] * len(paths))})', paths)
        if self.verb != "UPDATE":
            return self.rows
        rows = dict(self.rows)
        for column in columns_set(self.sql) & self.columns.keys():
            rows[column] = values_set(self.sql, self.params, column)
        return None if None in rows.values() else rows

    def _asked(self, condition, params):
        names = ", ".join(f'"{self.table}"."{column}"' for column in self.columns)
        asked = f'SELECT DISTINCT {names} FROM "{self.table}" WHERE {condition} LIMIT {MOST + 1}'  # noqa: S608
        with self.connection.cursor() as cursor:
            cursor.execute(asked, params)
            found = cursor.fetchall()
        values = zip(*found, strict=True) if found else [()] * len(self.columns)
        return None if len(found) > MOST else dict(zip(self.columns, values, strict=True))


def target_of(connection, sql, params, many):
    """Give the Target of a statement before it runs, None where it may be about any page."""
    write = WRITE.match(sql)
    table = write[2].lower() if write else ""
    if many or table not in settings.TAGGED:
        return None
    target = Target(connection, table, sql, params)
    return target if target.is_known else None
