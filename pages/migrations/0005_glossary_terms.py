

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0004_place_reusable_statements"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="GlossaryTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "term",
                    models.CharField(
                        help_text="As it stands inside a sentence, for example: cartilage.",
                        max_length=80,
                        verbose_name="term",
                    ),
                ),
                (
                    "other_forms",
                    models.TextField(
                        blank=True,
                        help_text="One a line: plurals, abbreviations, other spellings that mean the same.",
                        max_length=1000,
                        verbose_name="other forms",
                    ),
                ),
                (
                    "explanation",
                    models.TextField(
                        help_text="One or two short sentences that need no other medical word.",
                        max_length=500,
                        verbose_name="in plain words",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
            ],
            options={
                "verbose_name": "glossary term",
                "verbose_name_plural": "glossary terms",
                "ordering": ["term"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term", "locale"), name="one_explanation_per_term_and_language"
                    )
                ],
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
