"""New rows by a statement that is built once.

Django builds an INSERT anew for each row, which takes several times as long as the database then works on it:
for what every comment writes, that was a tenth of the whole.
"""

from functools import cache

from django.db import DEFAULT_DB_ALIAS, connections


@cache
def _statement(model):
    """Give (fields, SQL) of the INSERT of one row of `model`, whose primary key the database chooses."""
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    quoted = connections[DEFAULT_DB_ALIAS].ops.quote_name
    columns = ", ".join(quoted(field.column) for field in fields)
    table, key = quoted(model._meta.db_table), quoted(model._meta.pk.column)
    places = ", ".join(["%s"] * len(fields))
    return fields, f"INSERT INTO {table} ({columns}) VALUES ({places}) RETURNING {key}"  # noqa: S608 our own names


def insert(row):
    """Store `row` (a new instance) and give it its primary key, as `row.save()` does, but send no signals.

    Raises django.db.IntegrityError as that does.
    """
    fields, statement = _statement(type(row))
    connection = connections[DEFAULT_DB_ALIAS]
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias
