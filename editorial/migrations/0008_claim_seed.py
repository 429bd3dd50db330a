from django.db import migrations

from editorial.claims.seeding import load_seed
from editorial.roles import setup_roles


def add_rules(apps, schema_editor):
    load_seed(apps)
    setup_roles(apps)


class Migration(migrations.Migration):
    """Put the shipped claim rules into the tables, and give the roles their part in exceptions."""

    dependencies = [("editorial", "0007_claim_rules")]

    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
