"""Create the groups Editors, Medical reviewers, Moderators, Publishers."""

from django.db import migrations

from editorial.roles import MODEL_PERMISSIONS, setup_roles


def create_roles(apps, schema_editor):
    setup_roles(apps)


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=MODEL_PERMISSIONS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_contributorpage_picture_contributorpage_user_and_more"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0001_squashed_0021"),
        ("wagtaildocs", "0001_initial"),
        ("wagtailredirects", "0001_initial"),
    ]

    operations = [migrations.RunPython(create_roles, remove_roles)]
