"""`manage.py run_job NAME`: run one scheduled job and write it down; what timers call."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from operations.jobs import all_jobs, run_job
from operations.locks import Busy


class Command(BaseCommand):
    """Exit code 0 as well when the job runs elsewhere at this moment: then nothing is done here."""

    help = "Run one scheduled job, and write down when it ran and how it ended."

    def add_arguments(self, parser):
        parser.add_argument(
            "name", choices=sorted(all_jobs()), help="its name in healthsite/settings/jobs.py"
        )

    def handle(self, *, name, **options):
        """Run it; the command's own errors are the errors of this one."""
        try:
            run_job(all_jobs()[name], stdout=self.stdout, stderr=self.stderr)
        except Busy:
            self.stdout.write(_("{name} runs already: nothing is done here.").format(name=name))
