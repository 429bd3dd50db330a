"""The honest page while the database, the cache or the disk is gone: it hands back what was typed."""

from .views import server_error

__all__ = ["server_error"]
