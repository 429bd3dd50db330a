"""An empty site for journeys that commit what they make and share it."""

import shutil
import sqlite3
from contextlib import closing, contextmanager

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from wagtail.models import Site

from pages.kept import forget_everything
from tests.kept_rows import KEPT, read, restore


@contextmanager
def fresh_database(keep):
    """The test database with the rows of the migrations and no others, now and for whoever comes after.

    It is made here when no other test of this run asked for one: the site's own database is never touched.
    `keep`: whether it stays for the next run (bool).
    """
    made = [] if KEPT else setup_databases(verbosity=0, interactive=False, keepdb=keep)
    migrated = KEPT.get("migrated") or read()
    restore(migrated)
    yield
    restore(KEPT.get("site") or migrated)
    if made and not keep:
        teardown_databases(made, verbosity=0)


def copy_demonstration(folder):
    """Take what `make test` has loaded: `folder` (Path) holds the database and the pictures."""
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / "demonstration.sqlite3")) as source:
        source.backup(connection.connection)
    shutil.copytree(folder / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)
    # No signal told of these rows.
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    forget_everything()
