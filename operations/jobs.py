"""Scheduled jobs: what there is, when each is planned, and a book of what ran.

Only `recorded` writes the book, so every way of running a job (timer, worker, by hand) goes through it.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from .locks import only_one
from .models import JobRun

KEPT_RUNS = 30
# After this much more than its period a job is late: timers are shared out over a minute or two.
LEAST_GRACE = timedelta(minutes=15)


@dataclass(frozen=True)
class Job:
    """A job of the settings' JOBS: its `name`, `label` (str), `command` (list), and when (timedeltas)."""

    name: str
    label: str
    command: list
    every: timedelta
    at: timedelta

    @property
    def grace(self):
        """How much later than its period it may come (timedelta)."""
        return max(LEAST_GRACE, self.every / 12)

    def planned_before(self, moment):
        """Give the latest planned start (aware datetime) that is not after `moment`."""
        local = timezone.localtime(moment)
        first = local.replace(hour=0, minute=0, second=0, microsecond=0) + self.at
        return first + (local - first) // self.every * self.every


@dataclass(frozen=True)
class JobState:
    """A `job` with its `last` run and its last run that was `done` (JobRun or None), at the time `now`."""

    job: Job
    last: JobRun | None
    done: JobRun | None
    now: object

    @property
    def seconds(self):
        """How long the last run took (float), None while it runs and when it was cut off."""
        duration = self.last and self.last.duration
        return duration.total_seconds() if duration is not None else None

    @property
    def next_due(self):
        """When it is planned next (aware datetime)."""
        return self.job.planned_before(self.now) + self.job.every

    @property
    def is_due(self):
        """Whether a planned start has passed without a run (bool)."""
        return self.last is None or self.last.began < self.job.planned_before(self.now)

    @property
    def is_overdue(self):
        """Whether it has not come to a good end for longer than its period and some grace (bool)."""
        return self.done is None or self.now - self.done.began > self.job.every + self.job.grace


def all_jobs():
    """Give the Jobs of the settings, by name (dict)."""
    return {
        name: Job(
            name, entry["label"], entry["command"], timedelta(minutes=entry["every"]), _time(entry["at"])
        )
        for name, entry in settings.JOBS.items()
    }


def _time(text):
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


def job_states():
    """Give the JobState of every job (list), in the order of the settings. Two queries."""
    now = timezone.now()
    last, done = _latest(JobRun.objects.all()), _latest(JobRun.objects.filter(outcome=JobRun.Outcome.DONE))
    return [JobState(job, last.get(name), done.get(name), now) for name, job in all_jobs().items()]


def _latest(runs):
    """Give the latest of `runs` (a queryset) by job: few are kept, so all are read."""
    return {run.job: run for run in runs.order_by("began")}


def run_job(job, *, stdout=None, stderr=None):
    """Run a Job here and now, and write it down.

    Raises Busy when it runs elsewhere at this moment, and whatever the command raises.
    """
    with only_one(f"job-{job.name}"), recorded(job.name):
        call_command(*job.command, stdout=stdout, stderr=stderr)


@contextmanager
def recorded(name):
    """Write down a run of the job `name` (str) for the length of a `with`."""
    running = JobRun.objects.filter(job=name, outcome=JobRun.Outcome.RUNNING)
    running.update(outcome=JobRun.Outcome.CUT_OFF)
    run = JobRun.objects.create(job=name, began=timezone.now())
    try:
        yield run
    except BaseException as error:
        _close(run, JobRun.Outcome.FAILED, _words(error))
        raise
    _close(run, JobRun.Outcome.DONE, "")


def _close(run, outcome, detail):
    run.ended, run.outcome, run.detail = timezone.now(), outcome, detail
    run.save()
    kept = JobRun.objects.filter(job=run.job).values_list("pk", flat=True)[:KEPT_RUNS]
    JobRun.objects.filter(job=run.job).exclude(pk__in=list(kept)).delete()


def _words(error):
    """Give what may be kept of `error`: a message not written by us can hold somebody's address."""
    return str(error)[:500] if isinstance(error, CommandError) else type(error).__name__
