"""The page of scheduled jobs says what a person wants to know at night."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from editorial import roles
from operations.models import JobRun
from tests.editorial.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def page(client):
    """A function that gives the words (str) of the page as a superuser sees it."""
    boss = make_user("boss")
    type(boss).objects.update(is_superuser=True)
    client.force_login(boss)

    def page():
        html = client.get(reverse("scheduled_jobs")).content.decode()
        return " ".join(re.sub(r"<[^>]+>", " ", html[html.index("<main") :]).split())

    return page


@pytest.fixture
def one_job(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    settings.JOBS = {"count": {"label": "Count", "command": ["count_change"], "every": 1440, "at": "02:10"}}


def test_before_anything_ran_it_says_what_starts_the_jobs(page, one_job):
    words = page()
    assert "Nothing has run yet" in words
    assert "Count count never overdue" in words


def test_a_good_run_shows_when_how_long_and_how_it_ended(page, one_job):
    call_command("run_job", "count")
    words = page()
    assert re.search(r"Count count [\d-]{10} [\d:]{5} 0\.\d s done [\d-]{10} 02:10", words)
    assert "overdue" not in words


def test_a_failure_shows_why(page, one_job):
    began = timezone.now() - timedelta(days=2)
    JobRun.objects.create(job="count", began=began, ended=began, outcome="failed", detail="The disk is full.")
    assert "failed: The disk is full. overdue" in page()


def test_only_those_with_the_permission_see_page_and_menu(client):
    client.force_login(make_user("kim", roles.PUBLISHERS))
    answer = client.get(reverse("scheduled_jobs"))
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))
    assert reverse("scheduled_jobs") not in client.get(reverse("wagtailadmin_home")).content.decode()
