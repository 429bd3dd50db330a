"""Create the groups Editors, Medical reviewers, Moderators, Publishers."""

from django.db import migrations

from editorial.roles import MODEL_PERMISSIONS, setup_roles


def create_roles(apps, schema_editor):
    # Wagtail's first migrations make groups of the same names, whose Moderators may publish pages.
    remove_roles(apps, schema_editor)
    setup_roles(apps)


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=MODEL_PERMISSIONS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_contributorpage_picture_contributorpage_user_and_more"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        # It looks for its permission by name as well, so it must be the one that makes it.
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]

    operations = [migrations.RunPython(create_roles, remove_roles)]
