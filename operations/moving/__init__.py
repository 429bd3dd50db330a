"""Move a site from SQLite to PostgreSQL, and show that nothing was lost on the way."""

from .copying import CopyError, copy_site

__all__ = ["CopyError", "copy_site"]
