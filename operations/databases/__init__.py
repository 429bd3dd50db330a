"""Django's connections to SQLite and PostgreSQL; a server's process opens some before a reader comes.

`keep_ready(ask)` is the door; the settings name the folders `sqlite3` and `postgresql` as ENGINE.
"""

from .stock import keep_ready

__all__ = ["keep_ready"]
