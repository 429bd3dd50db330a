"""An index of the few pages that are not published: lists are counted as all pages below, less these.

It stands on Wagtail's table, as those of 0008 do.
"""

from django.db import migrations

NAME = "pages_not_live"


def add(apps, schema_editor):
    """Make the index; PostgreSQL goes on taking in pages meanwhile. A half-made one is made anew."""
    remove(apps, schema_editor)
    at_work = " CONCURRENTLY" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"CREATE INDEX{at_work} {NAME} ON wagtailcore_page (path) WHERE NOT live")


def remove(_apps, schema_editor):
    """Take the index away, where it is."""
    at_work = " CONCURRENTLY" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP INDEX{at_work} IF EXISTS {NAME}")


class Migration(migrations.Migration):
    # PostgreSQL makes no index beside other work within a transaction.
    atomic = False

    dependencies = [("pages", "0008_sooner_lists_in_the_admin")]

    operations = [migrations.RunPython(add, remove)]
