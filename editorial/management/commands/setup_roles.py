"""Create or complete the four groups of staff."""

from django.apps import apps
from django.core.management.base import BaseCommand

from editorial.roles import MODEL_PERMISSIONS, setup_roles


class Command(BaseCommand):
    """`manage.py setup_roles`: add what the groups of staff lack; take nothing away."""

    help = "Create or complete the groups Editors, Medical reviewers, Moderators, Publishers."

    def handle(self, **options):
        setup_roles(apps)
        self.stdout.write("Groups are complete: " + ", ".join(MODEL_PERMISSIONS))
