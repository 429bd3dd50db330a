"""Let editors and publishers translate."""

from django.db import migrations

from editorial.roles import setup_roles


def grant_roles(apps, schema_editor):
    setup_roles(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0011_reusable_statements"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]

    operations = [migrations.RunPython(grant_roles, migrations.RunPython.noop)]
