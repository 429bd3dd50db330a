"""Reading and writing Wagtail's index tables: the only module that knows which database it speaks to."""

from collections import Counter
from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField, CharField, F, Func, TextField, Value
from django.db.models.functions import Cast
from modelsearch.conf import get_app_config

from pages.search.vocabulary import stored_amounts

IndexEntry = get_app_config().get_model("IndexEntry", require_ready=False)
IS_POSTGRES = connection.vendor == "postgresql"
FtsEntry = None if IS_POSTGRES else get_app_config().get_model("SQLiteFTSIndexEntry", require_ready=False)
COLUMNS = ("title", "body", "autocomplete")
TEXT_COLUMNS = ("title_text", "body_text") if IS_POSTGRES else ("title", "body")


class Match(NamedTuple):
    """A question to the index: `words` (list of str, a trailing `*` means: beginning with it).

    `everywhere`: every word must be there (bool), else one is enough. `column`: "title" for names only,
    "body" for the whole text, "autocomplete" for what is compared while typing.
    """

    words: list
    everywhere: bool
    column: str


class Text(NamedTuple):
    """An indexed text: `key` of its object (str), `names` and `body` as stored (str)."""

    key: str
    names: str
    body: str


def entries_matching(match):
    """Give the queryset of index rows that match; the columns of an entry stand behind `PREFIX`."""
    if IS_POSTGRES:
        return IndexEntry.objects.filter(postgres_condition(match))
    return FtsEntry.objects.filter(sqlite_condition(match)).order_by("-index_entry")


# From a row of `entries_matching` to the columns of the index entry.
PREFIX = "" if IS_POSTGRES else "index_entry__"


def postgres_condition(match):
    """Give `column @@ 'a' & 'b'::tsquery`. Words hold letters and digits only, so quoting them is enough."""
    joiner = " & " if match.everywhere else " | "
    query = joiner.join(f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'" for word in match.words)
    return Func(
        F(match.column),
        Func(Value(query), template="CAST(%(expressions)s AS tsquery)", output_field=TextField()),
        template="(%(expressions)s)",
        arg_joiner=" @@ ",
        output_field=BooleanField(),
    )


def sqlite_condition(match):
    """Give `table MATCH '{columns}: ("a" AND "b")'`."""
    joiner = " AND " if match.everywhere else " OR "
    query = joiner.join(f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"' for word in match.words)
    columns = "title body" if match.column == "body" else match.column
    return Func(
        Value(f"{{{columns}}} : ({query})"),
        template=f"{FtsEntry._meta.db_table} MATCH %(expressions)s",
        output_field=BooleanField(),
    )


def stored_texts(**filters):
    """Yield (names, body) of index rows, one at a time; `filters`: lookups on the index entry."""
    rows = IndexEntry.objects.filter(**filters).values_list(*TEXT_COLUMNS)
    return rows.iterator(chunk_size=500)


def texts_of(row):
    """Give (names, body), both str, of one index row."""
    return tuple(getattr(row, column) or "" for column in TEXT_COLUMNS)


def row_for(content_type_id, object_id, document):
    """Give the unsaved index row of a Document."""
    row = IndexEntry(content_type_id=content_type_id, object_id=object_id)
    columns = postgres_columns(document) if IS_POSTGRES else sqlite_columns(document)
    for name, value in columns.items():
        setattr(row, name, value)
    return row


def sqlite_columns(document):
    """Give {column: text} for SQLite, whose full-text table follows by trigger."""
    return {"title": document.names, "body": document.body, "autocomplete": document.typed}


def postgres_columns(document):
    """Give {column: value} for PostgreSQL; `body` holds every word, so that one index answers."""
    names = document.names.replace("¦", " ").split()
    return {
        "title": vector(names),
        "body": vector([*names, *document.body.split()]),
        "autocomplete": vector(document.typed.split()),
        "title_text": document.names,
        "body_text": document.body,
    }


class Vector(Value):
    """A tsvector of exactly the words of a list: no parser of the database looks at them again."""

    def as_sql(self, compiler, connection):
        """Give the words as one parameter: expressions within expressions took as long as the database."""
        return "array_to_tsvector(%s::text[])", [self.value]


def vector(words):
    """Give the Vector of `words` (iterable of str)."""
    return Vector(sorted(set(words)))


def save(rows):
    """Write index rows, replacing those of the same objects."""
    IndexEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["content_type", "object_id"],
        update_fields=[*COLUMNS, *(TEXT_COLUMNS if IS_POSTGRES else ())],
        batch_size=100,
    )


def as_text(field):
    """Give the expression that turns a primary key field into the key of an index row."""
    return Cast(field, CharField(max_length=50))


def change_in_amounts(content_type_id, documents):
    """Give {word: int}: what indexing `documents` ({key: Document}) adds to the counts of words."""
    amounts = Counter()
    for document in documents.values():
        amounts.update(stored_amounts(document.names, document.body))
    for names, body in stored_texts(content_type_id=content_type_id, object_id__in=list(documents)):
        amounts.subtract(stored_amounts(names, body or ""))
    return amounts
