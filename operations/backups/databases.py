"""What differs between SQLite and PostgreSQL: copy out, copy in, count."""

import os
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from urllib.parse import quote

from django.db import connection, transaction
from django.utils.translation import gettext as _

from .folders import BackupError

PATIENCE_SECONDS = 30
SQLITE_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)


def copy_out(path):
    """Write the whole database, as it is at one moment, into the file `path`, while the site goes on.

    Give how many rows each table has in it (dict of int by name of table).
    """
    if connection.vendor == "sqlite":
        # A connection of its own: SQLite waits for ever when the one it copies from is writing.
        name = connection.settings_dict["NAME"]
        with closing(_read_only(name)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
            # One file, without the log that belongs to a database in use.
            target.execute("PRAGMA journal_mode=DELETE")
            return _sqlite_rows(target)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        options = ["--format=custom", f"--snapshot={cursor.fetchone()[0]}", f"--file={path}"]
        postgres("pg_dump", *options, connection.settings_dict["NAME"])
        return _postgres_rows(cursor)


def copy_in(path):
    """Put the database in the file `path` in the place of the present one."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(open_copy(path)) as source:
            source.backup(connection.connection, progress=_impatient())
        return
    name = connection.settings_dict["NAME"]
    connection.close()
    options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"]
    postgres("pg_restore", *options, f"--dbname={name}", path)


def _read_only(path, more=""):
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro{more}", uri=True)


def open_copy(path):
    """Give a connection to the SQLite file `path` that nobody writes to; it leaves no trace beside it."""
    return _read_only(path, "&immutable=1")


def _impatient():
    """Give a callback for sqlite3's backup that stops it after PATIENCE_SECONDS: alone it waits for ever."""
    deadline = time.monotonic() + PATIENCE_SECONDS

    def progress(_status, remaining, _total):
        if remaining and time.monotonic() > deadline:
            raise BackupError(_("Another program uses the database. Stop the site first."))

    return progress


def count_rows():
    """Give how many rows each table of the site has (dict of int by name of table)."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return _sqlite_rows(connection.connection)
    with connection.cursor() as cursor:
        return _postgres_rows(cursor)


def _sqlite_rows(database):
    tables = [row[0] for row in database.execute(SQLITE_TABLES)]
    return {table: database.execute(_counting(table)).fetchone()[0] for table in tables}


def _postgres_rows(cursor):
    rows = {}
    for table in sorted(connection.introspection.table_names(cursor)):
        cursor.execute(_counting(table))
        rows[table] = cursor.fetchone()[0]
    return rows


def _counting(table):
    return f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}"  # noqa: S608 - a name from the catalogue


def postgres(program, *arguments):
    """Run one of PostgreSQL's client programs against our database. Raises BackupError with its words."""
    config = connection.settings_dict
    if not shutil.which(program):
        raise BackupError(_("{program} is not installed: it comes with PostgreSQL.").format(program=program))
    places = {"PGHOST": config["HOST"], "PGPORT": config["PORT"], "PGUSER": config["USER"]}
    places["PGPASSWORD"] = config["PASSWORD"]
    done = subprocess.run(  # noqa: S603 - a fixed program, no shell
        [program, *map(str, arguments)],
        env=os.environ | {name: str(value) for name, value in places.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupError(f"{program}: {done.stderr.strip()}")
