"""The names of all conditions are filed in their A to Z, a batch at a time; later each files its own."""

from django.db import migrations

from conditions.filing import STEP, filed

BATCH = 500


def file_all(apps, _schema_editor):
    """File them; a row that is there already stays."""
    pages = apps.get_model("conditions", "ConditionPage").objects.order_by("pk")
    last = 0
    while batch := list(pages.filter(pk__gt=last).values_list("pk", "title", "path")[:BATCH]):
        last = batch[-1][0]
        _file(apps.get_model, batch)


def _file(model, pages):
    index, name = model("conditions", "ConditionIndexPage"), model("conditions", "ConditionName")
    paths = {path[:-STEP] for _pk, _title, path in pages}
    lists = index.objects.filter(path__in=paths).values_list("path", "pk", "locale__language_code")
    names = name.objects.filter(page__in=[pk for pk, *_more in pages], is_confirmed=True)
    rows = filed(
        pages,
        names.values_list("page_id", "language", "name"),
        {path: (pk, language) for path, pk, language in lists},
    )
    listed = model("conditions", "ListedName")
    listed.objects.bulk_create([listed(**row._asdict()) for row in rows], ignore_conflicts=True)


class Migration(migrations.Migration):
    # Each batch for itself: who publishes meanwhile does not wait.
    atomic = False

    dependencies = [("conditions", "0009_listed_names")]

    operations = [migrations.RunPython(file_all, migrations.RunPython.noop)]
