"""Tags: what a page was made from, finer than a table. A change of a row touches the row's tags.

`TAGGED` in the settings names, for each table whose rows are looked up one by one, the columns by which they
are, the word that the tags of each begin with, and the kind of the change. `TAGGED_TYPES` are the types of
pages of which there are many and which nothing stands below: such a page has tags for everything by which its
row is looked up (PAGE_COLUMNS and what the settings add).
"""

import hashlib
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType

from .table import TOUCHES

PAGES = "wagtailcore_page"
PAGE_COLUMNS = ("id", "translation_key", "path", "slug", "depth")
# The word for a column that names a page: its change touches all tags of that page.
PAGE = "id"
KIND = "kind:"


def is_common(name, value):
    """Whether every such page has this `value` in its column `name`: who looks for it looks through all."""
    return name == "depth" and value == settings.TAGGED_DEPTH


def kinds_of_pages():
    """Give {id of a content type (int): kind (str)} of the types of pages that have tags."""
    types = {
        ContentType.objects.get_by_natural_key(*name): table for table, name in settings.TAGGED_TYPES.items()
    }
    return {content_type.pk: settings.TAGGED[table][1] for content_type, table in types.items()}


def kinds_of_table(table):
    """Give the kinds (set of str) that a change of a row of `table` can be of."""
    names = settings.TAGGED_TYPES if table == PAGES else [table]
    return {settings.TAGGED[name][1] for name in names}


def tag_of(name, value):
    """Give the tag (str, 24 letters) for rows whose column `name` holds `value`."""
    value = value.hex if isinstance(value, UUID) else value
    return hashlib.blake2b(f"{name}:{value}".encode(), digest_size=12).hexdigest()


def tags_of_pages(connection, ids):
    """Give (tags, kinds, others): of those of the pages `ids` that have tags, and the rows of the others.

    A row is (id, number of pages below). Two queries.
    """
    tags, kinds, others = set(), set(), []
    if not ids:
        return tags, kinds, others
    known = kinds_of_pages()
    for row in _rows(connection, settings.TAGGED_FACTS, ids):
        if row["content_type_id"] in known:
            kinds.add(known[row["content_type_id"]])
            tags |= _tags_of_row(row)
        else:
            others.append((row["id"], row["numchild"]))
    return tags | {tag_of("translation_key", key) for key in subjects_of(connection, ids)}, kinds, others


def _tags_of_row(row):
    added = (name for names in settings.TAGGED_COLUMNS.values() for name in names)
    facts = {name: row[name] for name in (*PAGE_COLUMNS, *added)}
    return {tag_of(*fact) for fact in facts.items() if not is_common(*fact)}


def subjects_of(connection, ids):
    """Give the translation keys (set, as stored) of what the articles among the pages `ids` are about."""
    return {row["translation_key"] for row in _rows(connection, settings.TAGGED_SUBJECTS, ids)}


def _rows(connection, sql, ids):
    """Give the rows (list of dict) of `sql` (str) that has `{ids}` in one or more places."""
    places = ", ".join(["%s"] * len(ids))
    with connection.cursor() as cursor:
        cursor.execute(sql.format(ids=places), list(ids) * sql.count("{ids}"))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def touch(connection, tags):
    """Add one to the count of each of `tags` (set of str)."""
    if tags:
        with connection.cursor() as cursor:
            places = ", ".join(["(%s)"] * len(tags))
            cursor.execute(f"INSERT INTO {TOUCHES} (tag) VALUES {places}", sorted(tags))  # noqa: S608


def touches(connection, tags):
    """Give {tag: how often it was touched} for those of `tags` that ever were, in one query."""
    wanted = [tag for tag in tags if not tag.startswith(KIND)]
    if not wanted:
        return {}
    places = ", ".join(["%s"] * len(wanted))
    with connection.cursor() as cursor:
        counts = f"SELECT tag, COUNT(*) FROM {TOUCHES} WHERE tag IN ({places}) GROUP BY tag"  # noqa: S608
        cursor.execute(counts, wanted)
        return dict(cursor.fetchall())
