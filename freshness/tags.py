"""Tags: what a page was made from, finer than a table. A change of a page's row touches the page's tags.

`TAGGED` in the settings names, for each table whose rows belong to pages one by one, the column that names
the page and the word its tags begin with. An article, of which there are many and which nothing stands
below, has tags for everything by which its row is looked up (PAGE_COLUMNS and what the settings add).
"""

import hashlib
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType

from .table import TOUCHES

PAGES = "wagtailcore_page"
PAGE_COLUMNS = ("id", "translation_key", "path", "slug", "depth")
# Lists of pages, and whatever else looks through many of them.
LISTS = "lists"
KIND = "kind:"


def is_common(name, value):
    """Whether every article has this `value` in its column `name`: who looks for it looks through all."""
    return name == "depth" and value == settings.TAGGED_DEPTH


def article_type():
    """Give the id (int) of the content type of articles."""
    return ContentType.objects.get_by_natural_key(*settings.TAGGED_TYPE).pk


def tag_of(name, value):
    """Give the tag (str, 24 letters) for rows whose column `name` holds `value`."""
    value = value.hex if isinstance(value, UUID) else value
    return hashlib.blake2b(f"{name}:{value}".encode(), digest_size=12).hexdigest()


def tags_of_pages(connection, ids):
    """Give (tags, others): the tags (set) of the articles among the pages `ids`, and the rows of others.

    A row is (id, numbers of pages below). Two queries.
    """
    tags, others = set(), []
    if not ids:
        return tags, others
    article = article_type()
    for row in _rows(connection, settings.TAGGED_FACTS, ids):
        if row["content_type_id"] == article:
            facts = {name: row[name] for name in (*PAGE_COLUMNS, *settings.TAGGED_COLUMNS)}
            tags |= {tag_of(*fact) for fact in facts.items() if not is_common(*fact)}
        else:
            others.append((row["id"], row["numchild"]))
    return tags | {tag_of("translation_key", key) for key in subjects_of(connection, ids)}, others


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
