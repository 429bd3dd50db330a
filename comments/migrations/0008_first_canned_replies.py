"""The first canned replies, English and Chinese: where questions and complaints belong."""

import csv
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).resolve().parents[1] / "data" / "canned_replies.csv"


def load(apps, schema_editor):
    model = apps.get_model("comments", "CannedReply")
    if model.objects.exists():
        return  # this site has its own already
    with FILE.open(encoding="utf-8", newline="") as lines:
        model.objects.bulk_create(model(**row) for row in csv.DictReader(lines))


class Migration(migrations.Migration):
    dependencies = [("comments", "0007_offer_canned_replies_by_rule")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
