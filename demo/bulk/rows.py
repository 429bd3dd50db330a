"""Many rows that differ from a pattern in a few columns: no object is made of each, as Django would."""

from itertools import islice

from django.db import connection

# SQLite takes 32,766 in one statement.
MOST_VALUES = 30_000


def insert(pattern, columns, rows):
    """Store `rows` in the table of `pattern`, an unsaved object; give their primary keys (list) in order.

    A row (tuple) says what stands in `columns` (names of columns); the others hold what `pattern` has there.
    """
    meta = pattern._meta
    fields = [
        one for one in meta.local_concrete_fields if one.attname in columns or one is not meta.auto_field
    ]
    made, rows = [], iter(rows)
    while batch := list(islice(rows, MOST_VALUES // len(fields))):
        made += _insert(meta, fields, list(_filled(pattern, fields, columns, batch)))
    return made


def _filled(pattern, fields, columns, rows):
    """Give each row's values (list) in the order of `fields`, as the database wants them."""
    usual = [one.get_db_prep_save(one.pre_save(pattern, True), connection) for one in fields]
    names = [one.attname for one in fields]
    places = [names.index(column) for column in columns]
    for row in rows:
        values = usual.copy()
        for place, value in zip(places, row, strict=True):
            field = fields[place]
            values[place] = field.get_db_prep_save(field.to_python(value), connection)
        yield values


def _insert(meta, fields, rows):
    quoted = connection.ops.quote_name
    one = f"({', '.join(['%s'] * len(fields))})"
    names = ", ".join(quoted(field.column) for field in fields)
    sql = (
        f"INSERT INTO {quoted(meta.db_table)} ({names}) VALUES {', '.join([one] * len(rows))} "  # noqa: S608
        f"RETURNING {quoted(meta.pk.column)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in row])
        return [key for (key,) in cursor.fetchall()]


def reserved(model, number):
    """Give `number` primary keys (list of int) that no other row of `model` gets, within a transaction."""
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, key, number])
            return [key for (key,) in cursor.fetchall()]
        # A transaction has SQLite for itself.
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone() or (0,)
    return list(range(last + 1, last + 1 + number))
