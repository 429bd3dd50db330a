"""Let somebody in who lost the telephone and the recovery codes."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from protection.models import RecoveryCode


class Command(BaseCommand):
    """Removes authenticator and recovery codes of one person; ask who it is before you run it."""

    help = "Removes the second step of one person, who then signs in by password and sets up a new one."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("There is no account {name}.").format(name=username))
        TOTPDevice.objects.filter(user=user).delete()
        RecoveryCode.objects.filter(user=user).delete()
        self.stdout.write(
            _("{name} signs in by password and sets up a new second step.").format(name=username)
        )
