"""Background tasks whose worker was killed: nobody would ever finish them, so they are put back."""

from datetime import timedelta

from django.apps import apps
from django.utils import timezone

from .readiness import QUEUE

# No task of ours takes minutes; one that runs for longer has lost its worker.
LONGEST = timedelta(minutes=15)
# A task that ends every worker that takes it up must not do so for ever.
MOST_ATTEMPTS = 5


def put_back_tasks():
    """Let tasks that have run for longer than LONGEST be begun again; give how many (int).

    After MOST_ATTEMPTS a task counts as failed. Tasks may therefore run twice: each must be such that this
    does no harm.
    """
    if not apps.is_installed("django_tasks_db"):
        return 0
    rows = apps.get_model(QUEUE, "DBTaskResult").objects
    count = 0
    for task in rows.running().filter(started_at__lt=timezone.now() - LONGEST):
        given_up = len(task.worker_ids) >= MOST_ATTEMPTS
        changes = {"status": "FAILED", "finished_at": timezone.now()} if given_up else {"status": "READY"}
        # Unless it has come to an end, or was begun anew, meanwhile.
        same = rows.running().filter(pk=task.pk, started_at=task.started_at)
        count += same.update(**changes) and not given_up
    return count
