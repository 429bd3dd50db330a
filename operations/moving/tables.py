"""The tables of the site, and what their values are on both sides."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from django.apps import apps

# Made anew on the other side: what it holds depends on the database.
REBUILT = ("wagtailsearch_indexentry",)
# SQLite's own, and the parts of its full-text index.
NOT_OURS = ("sqlite_", "wagtailsearch_indexentry_fts")


@dataclass(frozen=True)
class Table:
    """A table by `name`, its `columns` (list of str), a reader for each (by `kinds`), its `key` (column)."""

    name: str
    columns: list
    kinds: list
    key: str

    def values(self, row):
        """Give a row (tuple) as values of Python, the same from either database."""
        return [
            None if value is None else READERS.get(kind, same)(value)
            for kind, value in zip(self.kinds, row, strict=True)
        ]

    def fixed(self, values):
        """Give what `values` gave in one form: PostgreSQL keeps what JSON says, not how it is written."""
        return [
            json.loads(value, parse_float=Decimal) if kind == "JSONField" and value is not None else value
            for kind, value in zip(self.kinds, values, strict=True)
        ]


def same(value):
    """Give `value` as it is."""
    return value


def moment(value):
    """Give a date with time as an aware datetime in UTC."""
    value = datetime.fromisoformat(value) if isinstance(value, str) else value
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def span(value):
    """Give a duration as a timedelta: SQLite keeps microseconds."""
    return value if isinstance(value, timedelta) else timedelta(microseconds=value)


READERS = {
    "BooleanField": bool,
    "BinaryField": bytes,
    "DateField": lambda value: value if isinstance(value, date) else date.fromisoformat(value),
    "DateTimeField": moment,
    "DecimalField": lambda value: Decimal(str(value)).normalize(),
    "DurationField": span,
    "FloatField": float,
    "TimeField": lambda value: value if isinstance(value, time) else time.fromisoformat(value),
    "UUIDField": lambda value: value if isinstance(value, UUID) else UUID(value),
}


def kind_of(field):
    """Give the kind (str) of a model's field; a link has the kind of what it leads to."""
    while field.remote_field:
        field = field.target_field
    return field.get_internal_type()


def site_tables():
    """Give the Table of every model, the tables between two models included (list), by name."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        ours = meta.db_table not in REBUILT and not meta.db_table.startswith(NOT_OURS)
        if meta.managed and not meta.proxy and ours:
            fields = [field for field in meta.local_concrete_fields if not field.generated]
            columns, kinds = [field.column for field in fields], [kind_of(field) for field in fields]
            found[meta.db_table] = Table(meta.db_table, columns, kinds, meta.pk.column)
    # Django keeps it without showing its model.
    columns = ["id", "app", "name", "applied"]
    kinds = ["BigAutoField", "CharField", "CharField", "DateTimeField"]
    found["django_migrations"] = Table("django_migrations", columns, kinds, "id")
    return [found[name] for name in sorted(found)]
