"""Keep the anchor a report names and the notice in the language of each address; grant who decides."""

from django.db import migrations, models

from editorial.roles import setup_roles


def grant_roles(apps, schema_editor):
    setup_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0009_review_workflow")]

    operations = [
        migrations.AddField(
            model_name="safetyreport",
            name="anchor",
            field=models.CharField(blank=True, editable=False, max_length=255),
        ),
        migrations.AddField(
            model_name="withdrawnpage",
            name="notice",
            field=models.TextField(blank=True, verbose_name="notice for readers"),
        ),
        migrations.RunPython(grant_roles, migrations.RunPython.noop),
    ]
