"""The book of scheduled jobs: what ran, how it ended, what is late."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from operations import jobs
from operations.jobs import all_jobs, job_states, recorded, run_job
from operations.locks import only_one
from operations.models import JobRun

pytestmark = pytest.mark.django_db
NIGHTLY = {"label": "Nightly", "command": ["count_change"], "every": 1440, "at": "02:10"}
OFTEN = {"label": "Often", "command": ["count_change"], "every": 5, "at": "00:02"}


@pytest.fixture(autouse=True)
def two_jobs(settings, tmp_path):
    settings.VAR_DIR, settings.TIME_ZONE = tmp_path, "UTC"
    settings.JOBS = {"nightly": NIGHTLY, "often": OFTEN}


def ran(name, ago, outcome="done"):
    """Write down that `name` ran `ago` (timedelta)."""
    began = timezone.now() - ago
    return JobRun.objects.create(job=name, began=began, ended=began, outcome=outcome)


def state(name):
    return next(state for state in job_states() if state.job.name == name)


def test_planned_starts_follow_the_period_from_the_first_of_the_day():
    moment = datetime(2026, 11, 21, 12, 6, 30, tzinfo=UTC)
    planned = {name: job.planned_before(moment).isoformat()[:16] for name, job in all_jobs().items()}
    assert planned == {"nightly": "2026-11-21T02:10", "often": "2026-11-21T12:02"}


def test_before_the_first_of_the_day_the_last_of_yesterday_counts():
    moment = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
    assert all_jobs()["nightly"].planned_before(moment).isoformat()[:16] == "2026-11-20T02:10"


def test_a_run_is_written_down_with_its_end():
    run_job(all_jobs()["often"])
    run = JobRun.objects.get()
    assert (run.job, run.outcome) == ("often", "done")
    assert run.duration >= timedelta(0)


def test_a_failure_is_written_down_with_words_meant_for_people_only():
    for error in (CommandError("The disk is full."), ValueError("kim@example.org")):
        with pytest.raises(type(error)), recorded("often"):
            raise error
    assert set(JobRun.objects.values_list("outcome", "detail")) == {
        ("failed", "The disk is full."),
        ("failed", "ValueError"),
    }


def test_a_run_that_never_ended_is_marked_by_the_next():
    JobRun.objects.create(job="often", began=timezone.now() - timedelta(hours=1))
    run_job(all_jobs()["often"])
    assert list(JobRun.objects.values_list("outcome", flat=True)) == ["done", "cut_off"]


def test_a_job_runs_once_at_a_time(capsys):
    with only_one("job-often"):
        call_command("run_job", "often")
    assert "runs already" in capsys.readouterr().out
    assert not JobRun.objects.exists()


def test_only_the_latest_runs_are_kept(monkeypatch):
    monkeypatch.setattr(jobs, "KEPT_RUNS", 2)
    first = ran("often", timedelta(hours=1))
    for _time in range(2):
        run_job(all_jobs()["often"])
    assert JobRun.objects.count() == 2
    assert not JobRun.objects.filter(pk=first.pk).exists()


def test_a_job_is_late_when_its_period_and_some_grace_have_passed_without_a_good_end():
    assert state("nightly").is_overdue
    ran("nightly", timedelta(hours=25))
    assert not state("nightly").is_overdue
    ran("often", timedelta(minutes=21))
    ran("often", timedelta(minutes=1), outcome="failed")
    assert state("often").is_overdue


def test_what_is_due_runs_once_and_a_failure_stops_no_other(settings, caplog):
    settings.JOBS = {"broken": OFTEN | {"command": ["no_such_command"]}, "often": OFTEN}
    call_command("run_due_jobs")
    call_command("run_due_jobs")
    assert set(JobRun.objects.values_list("job", "outcome")) == {("broken", "failed"), ("often", "done")}
    assert "The scheduled job broken failed" in caplog.text


def test_the_state_of_all_jobs_takes_two_queries_however_many_runs(django_assert_num_queries):
    for minutes in range(5):
        ran("often", timedelta(minutes=minutes))
    with django_assert_num_queries(2):
        job_states()
