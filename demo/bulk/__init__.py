"""Many generated pages and comments, to measure a site at the sizes it may grow to."""

from .run import BulkError, create_bulk_content

__all__ = ["BulkError", "create_bulk_content"]
