"""Indexes for what every listing of the admin asks: the latest changed pages, and where the tree begins.

They stand on Wagtail's table, so only the database knows them. SQLite forgets them when a later migration of
Wagtail's makes that table anew; listings are slower then, and nothing else.
"""

from django.db import migrations

INDEXES = {
    "pages_latest_changed": "(latest_revision_created_at DESC{nulls_last})",
    "pages_roots": "(path) WHERE depth = 1",
}


def add(apps, schema_editor):
    """Make the indexes; PostgreSQL goes on taking in pages meanwhile. A half-made one is made anew."""
    remove(apps, schema_editor)
    postgres = schema_editor.connection.vendor == "postgresql"
    for name, columns in INDEXES.items():
        # SQLite puts empty values last of its own accord, and knows no word for it here.
        what = columns.format(nulls_last=" NULLS LAST" if postgres else "")
        schema_editor.execute(f"CREATE INDEX{' CONCURRENTLY' * postgres} {name} ON wagtailcore_page {what}")


def remove(_apps, schema_editor):
    """Take the indexes away, where they are."""
    postgres = schema_editor.connection.vendor == "postgresql"
    for name in INDEXES:
        schema_editor.execute(f"DROP INDEX{' CONCURRENTLY' * postgres} IF EXISTS {name}")


class Migration(migrations.Migration):
    # PostgreSQL makes no index beside other work within a transaction.
    atomic = False

    dependencies = [
        ("pages", "0007_share_pictures"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(add, remove)]
