"""The first word lists: safeguarding phrases in English and Chinese, names only staff may use."""

import csv
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).resolve().parents[1] / "data" / "word_lists.csv"


def load(apps, schema_editor):
    lists = {}
    with FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            lists.setdefault(row["list"], []).append(row)
    model = apps.get_model("comments", "WordList")
    for name, rows in lists.items():
        facts = {key: rows[0][key] for key in ("kind", "language", "category", "level")}
        model.objects.get_or_create(
            name=name, defaults={**facts, "words": "\n".join(row["word"] for row in rows)}
        )


class Migration(migrations.Migration):
    dependencies = [("comments", "0002_guard_desk_and_rights")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
