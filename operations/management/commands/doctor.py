"""`manage.py doctor`: what is wrong with this installation, and what to do."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from operations.doctor import examine


class Command(BaseCommand):
    """Exit code 0: nothing must be mended. 1: something must."""

    help = "Explain every wrong or missing setting in words. Exit code 1 when something must be mended."
    requires_system_checks = []

    def handle(self, *args, **options):
        """Print each finding with its remedy."""
        findings = examine()
        for finding in findings:
            word = _("wrong") if finding.is_error else _("advice")
            style = self.style.ERROR if finding.is_error else self.style.WARNING
            self.stdout.write(f"{style(word)}: {finding.text}\n    → {finding.remedy}")
        if not findings:
            self.stdout.write(_("Nothing is wrong."))
        if any(finding.is_error for finding in findings):
            raise SystemExit(1)
