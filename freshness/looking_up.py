"""Which rows a reading statement is about: those whose change may change what it gives.

Only plain statements are understood (see plain_select.py), several joined by UNION ALL too. Of any other
that reads a tagged table, all that is said is that it looks through the lists. That is always right, and
renews more than it must.
"""

import re

from django.conf import settings

from .plain_select import MOST_VALUES, NotPlain, PlainSelect
from .statements import count_places
from .tags import KIND, PAGE, PAGE_COLUMNS, PAGES, is_common, kinds_of_pages, kinds_of_table, tag_of

WORD = re.compile(r"\w+")
# A site begins at a page that has others below it.
NEVER_TAGGED = {("wagtailcore_site", "root_page_id")}


def tags_read(sql, params, but=frozenset(), ask=None):
    """Give the tags (set of str) of everything in tagged tables that `sql` with `params` may depend on.

    `but`: tables that the caller vouches for. `ask(sql, params)`: gives the rows of a question of our own, by
    which rows that are joined are told apart; without it they may be any.
    """
    if not _tagged(sql, but):
        return set()
    if not isinstance(params, (tuple, list)):
        return _any_of(_tagged(sql, but))
    found, at = set(), 0
    for part in sql.split(" UNION ALL "):
        places = count_places(part)
        found |= _of_one(part, params[at : at + places], but, ask)
        at += places
    return found


def _tagged(sql, but):
    return (settings.TAGGED.keys() - but) & set(WORD.findall(sql))


def _of_one(sql, params, but, ask):
    try:
        select = PlainSelect(sql, params)
    except NotPlain:
        return _any_of(_tagged(sql, but))
    if not _tagged(sql, frozenset()) <= set(select.aliases.values()):
        return _any_of(_tagged(sql, but))
    lookup = _LookUp(select, ask)
    tables = {
        alias: table for alias, table in select.aliases.items() if table in settings.TAGGED.keys() - but
    }
    return {tag for alias, table in tables.items() for tag in lookup.tags_of_row(alias, table)}


class _LookUp:
    """By what the rows of each table of a plain SELECT are found."""

    def __init__(self, select, ask):
        self.select, self.ask = select, ask

    def tags_of_row(self, alias, table):
        """Give the tags (set) of the rows of `table` that the SELECT may read under `alias`."""
        columns = settings.TAGGED[table][0]
        for look in (self._tags_asked_for, self._tags_of_page, self._tags_of_joined_rows):
            tags = look(alias, columns)
            if tags is not None:
                return tags
        return self._tags_of_any_row(alias, table)

    def _tags_asked_for(self, alias, columns):
        for column, name in columns.items():
            values = self._asked_for(self.select.group((alias, column)))
            if values is not None:
                return {tag_of(name, value) for value in values}
        return None

    def _asked_for(self, group):
        return next(
            (self.select.needed[place] for place in sorted(group) if place in self.select.needed), None
        )

    def _tags_of_page(self, alias, columns):
        """Give the tags by which the page that a row belongs to is looked up, None where it may be any."""
        places = (self.select.group((alias, column)) for column, name in columns.items() if name == PAGE)
        aliases = sorted({other for group in places for other, _column in group})
        found = (
            tags for other in aliases for tags in (self._tags_by_column(other), self._tags_by_subject(other))
        )
        return next((tags for tags in found if tags), None)

    def _tags_by_column(self, alias):
        for name in _columns_of_page(self.select.aliases.get(alias)):
            values = self.select.needed.get((alias, name))
            if values and not any(is_common(name, value) for value in values):
                return {tag_of(name, value) for value in values}
        return None

    def _tags_by_subject(self, alias):
        about = settings.TAGGED_ABOUT.get(self.select.aliases.get(alias))
        group = self.select.group((alias, about)) if about else ()
        asked = (self.select.needed.get((other, "translation_key")) for other, _column in sorted(group))
        return next(({tag_of("translation_key", key) for key in keys} for keys in asked if keys), None)

    def _tags_of_joined_rows(self, alias, columns):
        """Give the tags of rows that are joined to others which are known, None where they may be any."""
        for column, name in columns.items():
            values = self._joined_values(alias, column, frozenset())
            if values is not None:
                return {tag_of(name, value) for value in values}
        return None

    def _values(self, alias, column, seen):
        """Give the values (list) that a column can have in the result, None where it may be any."""
        known = self._asked_for(self.select.group((alias, column)))
        return self._joined_values(alias, column, seen) if known is None else known

    def _joined_values(self, alias, column, seen):
        seen = seen | {alias}
        for other, its in sorted(self.select.group((alias, column))):
            table = self.select.aliases.get(other)
            if (
                self.ask
                and other not in seen
                and table in settings.TAGGED
                and self.select.needs(alias, other)
            ):
                found = self._values_in(other, table, its, seen)
                if found is not None:
                    return found
        return None

    def _values_in(self, alias, table, column, seen):
        """Give what `column` holds in those rows of `table` that are known by another column, else None."""
        for key in [*settings.TAGGED[table][0], *_columns_of_page(table)]:
            values = None if key in (column, "depth") else self._values(alias, key, seen)
            if values is not None:
                return self._held(table, column, key, values)
        return None

    def _held(self, table, column, key, values):
        if not values:
            return []
        places = ", ".join(["%s"] * len(values))
        asked = (
            f'SELECT DISTINCT "{table}"."{column}" FROM "{table}" '  # noqa: S608 our own names
            f'WHERE "{table}"."{key}" IN ({places}) LIMIT {MOST_VALUES + 1}'
        )
        found = [value for (value,) in self.ask(asked, list(values))]
        return None if len(found) > MOST_VALUES else [value for value in found if value is not None]

    def _tags_of_any_row(self, alias, table):
        if table not in settings.TAGGED_TYPES and table != PAGES:
            return _any_of([table])
        types = {
            other
            for other, column in self._named(alias, "id" if table == PAGES else "page_ptr_id")
            if column == "page_ptr_id" or (other, column) in NEVER_TAGGED
        }
        if types - settings.TAGGED_TYPES.keys():
            return set()
        kinds = self._kinds_by_type(alias)
        return {KIND + kind for kind in kinds if not types or kind in _kinds(types)}

    def _named(self, alias, column):
        """Give {(table, column)} of what holds the same, and without which there is no row of `alias`."""
        group = self.select.group((alias, column))
        return {(self.select.aliases.get(one), its) for one, its in group if self.select.needs(alias, one)}

    def _kinds_by_type(self, alias):
        wanted = self.select.needed.get((alias, "content_type_id"))
        return {kind for pk, kind in kinds_of_pages().items() if wanted is None or pk in wanted}


def _any_of(tables):
    return {KIND + kind for kind in _kinds(tables)}


def _kinds(tables):
    return {kind for table in tables for kind in kinds_of_table(table)}


def _columns_of_page(table):
    return PAGE_COLUMNS if table == PAGES else settings.TAGGED_COLUMNS.get(table, ())
