"""Copy every row, in one transaction, and compare what arrived with what was sent."""

import hashlib
import sqlite3
from contextlib import closing
from itertools import islice
from urllib.parse import quote

import psycopg2
from django.utils.translation import gettext as _
from psycopg2 import sql
from psycopg2.extras import execute_values, register_default_jsonb, register_uuid

from .tables import NOT_OURS, REBUILT

AT_ONCE = 1000
# Says on the other side that a copy was begun there: only then may what lies there be thrown away.
BEGUN = "healthsite_copy_begun"


class CopyError(Exception):
    """The copy cannot be made; the message is for the person at the keyboard. Nothing was changed here."""


def open_source(path):
    """Give a connection to the SQLite file `path` that sees it as it is at one moment, and writes nothing."""
    source = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, isolation_level=None)
    source.execute("BEGIN")
    return source


def open_target(config):
    """Give a connection to the PostgreSQL of Django's settings `config` (dict). Raises CopyError."""
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    given = {theirs: config[ours] for theirs, ours in names.items() if config.get(ours)}
    try:
        target = psycopg2.connect(**given)
    except psycopg2.Error as error:
        raise CopyError(_("The other database does not answer: {reason}").format(reason=error)) from error
    register_uuid(conn_or_curs=target)
    register_default_jsonb(conn_or_curs=target, loads=lambda text: text)
    with target.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
    target.commit()
    return target


def prepare_target(target):
    """Refuse a database that holds anything but an unfinished copy; mark it. Raises CopyError."""
    with target, target.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        there = {row[0] for row in cursor.fetchall()}
        if there and BEGUN not in there:
            message = _("The other database is not empty: it has {count} tables.")
            raise CopyError(message.format(count=len(there)))
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {BEGUN} (at timestamptz DEFAULT now())")


def refuse_unknown_rows(source, tables):
    """Raise CopyError when `source` has rows in a table that no model of this site knows."""
    named = [row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    known = {table.name for table in tables} | {*REBUILT}
    strange = [name for name in named if name not in known and not name.startswith(NOT_OURS)]
    lost = [name for name in strange if source.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()]  # noqa: S608
    if lost:
        message = _("These tables belong to nothing that is installed: {tables}. Nothing was copied.")
        raise CopyError(message.format(tables=", ".join(sorted(lost))))


def copy_site(source, target, tables, progress=lambda table, rows: None):
    """Copy all rows of `tables` from `source` (sqlite3) to `target` (psycopg2), whose tables are there.

    All or nothing: one transaction, which ends only when number and hash of the rows of every table are
    the same on both sides. `progress` is called after each table with its name (str) and rows (int). Gives
    the number of all rows (int). Raises CopyError.
    """
    refuse_unknown_rows(source, tables)
    total = 0
    try:
        with target, target.cursor() as cursor:
            _empty(cursor, tables)
            for table in tables:
                rows = _copy(source, cursor, table)
                progress(table.name, rows)
                total += rows
            _reset_sequences(cursor, tables)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"DROP TABLE IF EXISTS {BEGUN}")
    except (psycopg2.Error, ValueError) as error:
        raise CopyError(_("The other database refused: {reason}").format(reason=error)) from error
    return total


def _empty(cursor, tables):
    names = sql.SQL(", ").join(sql.Identifier(name) for name in [*(table.name for table in tables), *REBUILT])
    cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _copy(source, cursor, table):
    """Copy one table and compare; give how many rows it has (int)."""
    columns = ", ".join(f'"{name}"' for name in table.columns)
    chosen = source.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY "{table.key}"')  # noqa: S608
    insert = sql.SQL("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE VALUES %s").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, table.columns))
    )
    sent, rows = Sum(table), 0
    while batch := [table.values(row) for row in islice(chosen, AT_ONCE)]:
        sent.add(batch)
        rows += len(batch)
        execute_values(cursor, insert, batch, page_size=AT_ONCE)
    _compare(cursor, table, sent, rows)
    return rows


def _compare(cursor, table, sent, rows):
    arrived, count = Sum(table), 0
    query = sql.SQL("SELECT {} FROM {}").format(
        sql.SQL(", ").join(map(sql.Identifier, table.columns)), sql.Identifier(table.name)
    )
    with closing(cursor.connection.cursor("arrived")) as reading:
        reading.itersize = AT_ONCE
        reading.execute(query)
        while batch := [table.values(row) for row in reading.fetchmany(AT_ONCE)]:
            arrived.add(batch)
            count += len(batch)
    if (count, arrived.value) != (rows, sent.value):
        message = _("{table}: {sent} rows were sent and {arrived} arrived, or their content differs.")
        raise CopyError(message.format(table=table.name, sent=rows, arrived=count))


class Sum:
    """The sum of the hashes of rows: the same for the same rows, in whatever order a database gives them."""

    def __init__(self, table):
        self.table, self.value = table, 0

    def add(self, rows):
        """Add `rows` (lists of values)."""
        for row in rows:
            text = repr(in_order(self.table.fixed(row))).encode("utf-8", "surrogatepass")
            self.value += int.from_bytes(hashlib.blake2b(text, digest_size=16).digest())


def in_order(value):
    """Give `value` with the names of every object in it in order."""
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value)}
    return [in_order(inner) for inner in value] if isinstance(value, list) else value


def _reset_sequences(cursor, tables):
    """Let the next row of each table get a number that is free."""
    for table in tables:
        name = f'"{table.name}"'
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [name, table.key])
        sequence = cursor.fetchone()[0]
        if sequence:
            newest = sql.SQL("SELECT setval(%s, COALESCE(MAX({}), 1), MAX({}) IS NOT NULL) FROM {}").format(
                sql.Identifier(table.key), sql.Identifier(table.key), sql.Identifier(table.name)
            )
            cursor.execute(newest, [sequence])
