"""Stored pages say what they were made from. What was stored before cannot say it, and goes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("freshness", "0002_stored_pages")]

    # Live database: only copies of pages go, which are made again; the version before goes on without them.
    operations = [
        migrations.DeleteModel("StoredPage"),
        migrations.CreateModel(
            name="StoredPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=32, verbose_name="address")),
                ("part", models.CharField(blank=True, max_length=80, verbose_name="part")),
                ("words", models.BigIntegerField(db_index=True, verbose_name="count")),
                ("day", models.DateField(verbose_name="day")),
                ("tags", models.JSONField(default=list, verbose_name="made from")),
                ("touched", models.BigIntegerField(default=0, verbose_name="changes of that")),
                ("content", models.BinaryField(verbose_name="content")),
            ],
            options={
                "verbose_name": "stored page",
                "verbose_name_plural": "stored pages",
                "constraints": [
                    models.UniqueConstraint(fields=("mark", "part"), name="stored_part_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Touch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tag", models.CharField(db_index=True, max_length=24, verbose_name="of what")),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "db_table": "freshness_touch",
            },
        ),
    ]
