"""SQLite, as Django reaches it."""

import os
import sqlite3

from django.db.backends.sqlite3 import base

from operations.databases.stock import FromStock


class Connection(sqlite3.Connection):
    """Knows which `file` it opened, whatever has its name now."""

    def __init__(self, database, *more, **words):
        super().__init__(database, *more, **words)
        self.file = file_at(database)


def file_at(path):
    """Give what tells the file at `path` (str) from every other, None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


class DatabaseWrapper(FromStock, base.DatabaseWrapper):
    """Django's, which may begin with a connection that is ready, and leaves a file that was replaced."""

    def get_connection_params(self):
        """Give the words (dict) to open it with."""
        return {"factory": Connection, **super().get_connection_params()}

    def is_usable(self):
        """Whether nothing failed, and the open file is still the one of that name or there is none (bool).

        A file that could only be read when it was opened stays so.
        """
        there = file_at(self.settings_dict["NAME"])
        return not self.errors_occurred and there in (None, self.connection.file)
