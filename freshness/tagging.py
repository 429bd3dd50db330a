"""Which pages a writing statement is about: so that it renews these and the lists, and not every page.

Only statements as Django writes them are understood. Of any other, and of one that is about too many pages
or about pages of other types than articles, nothing is said: then everything is renewed.
"""

import re

from django.conf import settings

from .statements import WRITE, columns_set, values_inserted
from .tags import LISTS, PAGES, tag_of, tags_of_pages

MOST = 500
PLACE = re.compile(r"%%|%s")
BOUND = re.compile(r'\s*(UPDATE|DELETE\s+FROM)\s+"(\w+)"\s.*?\bWHERE\s(.*)$', re.IGNORECASE | re.DOTALL)
END = re.compile(r"\sRETURNING\s", re.IGNORECASE)


class Target:
    """The pages that one statement is about: asked for before it runs and after."""

    def __init__(self, connection, table, ids, sql):
        self.connection, self.table, self.ids, self.sql = connection, table, ids, sql
        self.column, self.name, self.kind = settings.TAGGED[table]
        self.before = self._facts()

    def told(self):
        """Give (kind, tags) after the statement has run: ("", empty) when it may change any page."""
        if self.name != "id":
            return self.kind, {tag_of(self.name, value) for value in self.ids}
        if self.table == PAGES and self.sql.lstrip()[:6].upper() == "INSERT":
            self.ids = _ids(self.connection, PAGES, "id", *_in("path", self.ids))
        after = self._facts()
        others = [*self.before[1], *after[1]]
        if others and not self._only_counts_children(others):
            return "", set()
        return LISTS, self.before[0] | after[0]

    def _facts(self):
        known = self.name == "id" and all(isinstance(pk, int) for pk in self.ids)
        return tags_of_pages(self.connection, self.ids) if known else (set(), [])

    def _only_counts_children(self, others):
        """Whether pages got more or fewer pages below, but neither the first nor the last one."""
        return columns_set(self.sql) == {"numchild"} and all(children for _pk, children in others)


def target_of(connection, sql, params, many):
    """Give the Target of a statement before it runs, None where it may be about any page."""
    write = WRITE.match(sql)
    table = write[2].lower() if write else ""
    if many or table not in settings.TAGGED:
        return None
    ids = _ids_of(connection, table, sql, params)
    return None if ids is None or len(ids) > MOST else Target(connection, table, ids, sql)


def _ids_of(connection, table, sql, params):
    column = settings.TAGGED[table][0]
    if sql.lstrip()[:6].upper() == "INSERT":
        return values_inserted(sql, params, "path" if table == PAGES else column)
    bound = BOUND.match(sql)
    if not bound or not isinstance(params, (tuple, list)):
        return None
    condition = END.split(bound[3])[0]
    before, within = (_places(sql[: bound.start(3)]), _places(condition))
    return _ids(connection, table, column, condition, list(params)[before : before + within])


def _places(sql):
    return PLACE.findall(sql).count("%s")


def _ids(connection, table, column, condition, params):
    with connection.cursor() as cursor:
        asked = f'SELECT DISTINCT "{table}"."{column}" FROM "{table}" WHERE {condition} LIMIT {MOST + 1}'  # noqa: S608
        cursor.execute(asked, params)
        return [pk for (pk,) in cursor.fetchall()]


def _in(column, values):
    return f'"{column}" IN ({", ".join(["%s"] * len(values))})', values
