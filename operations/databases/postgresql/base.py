"""PostgreSQL, as Django reaches it."""

from django.db.backends.postgresql import base

from operations.databases.stock import FromStock


class DatabaseWrapper(FromStock, base.DatabaseWrapper):
    """Django's, which may begin with a connection that is ready."""
