"""`manage.py run_due_jobs`: run whatever is due, once or for ever; for machines without timers."""

import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from operations.jobs import job_states, run_job
from operations.locks import Busy

logger = logging.getLogger(__name__)

LOOK_AGAIN_SECONDS = 30


class Command(BaseCommand):
    """A job that fails stops no other; it is logged, written down, and tried again when it is due next."""

    help = "Run every scheduled job that is due; with --forever look again twice a minute."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help="go on until SIGTERM")

    def handle(self, *, forever, **options):
        """Run what is due; between two looks the connection is given back."""
        stopped = threading.Event()
        if forever:
            signal.signal(signal.SIGTERM, lambda *_signal: stopped.set())
        self._run_due(stopped)
        while forever and not stopped.wait(LOOK_AGAIN_SECONDS):
            close_old_connections()
            self._run_due(stopped)

    def _run_due(self, stopped):
        for state in job_states():
            if state.is_due and not stopped.is_set():
                self._run(state.job)

    def _run(self, job):
        try:
            run_job(job, stdout=self.stdout, stderr=self.stderr)
        except Busy:
            logger.info("%s runs elsewhere", job.name)
        except (Exception, SystemExit):
            logger.exception("The scheduled job %s failed", job.name)
