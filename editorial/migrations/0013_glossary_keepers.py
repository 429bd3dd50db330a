"""Let editors and publishers keep the glossary."""

from django.db import migrations

from editorial.roles import setup_roles


def grant_roles(apps, schema_editor):
    setup_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0012_translators"), ("pages", "0005_glossary_terms")]

    operations = [migrations.RunPython(grant_roles, migrations.RunPython.noop)]
