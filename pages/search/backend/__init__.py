"""The search backend of this site for `WAGTAILSEARCH_BACKENDS`, on SQLite and PostgreSQL alike.

It keeps Wagtail's index tables and its search API, and puts three things of its own into them: the words
come from `pages.search.analysis`, results are ranked by `ranking`, and indexing one page costs the same
whatever the size of the site.
"""

from .door import SearchBackend

__all__ = ["SearchBackend"]
