"""One command forgets all that is old."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from protection.models import TryCount

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_old_failures_and_dead_sessions_go_and_young_ones_stay(capsys):
    now = timezone.now()
    for key, age in (("old", 25), ("young", 1)):
        TryCount.objects.create(key=key, began=now - timedelta(hours=age))
        Session.objects.create(session_key=key, expire_date=now + timedelta(hours=12 - age))
    call_command("purge")
    assert list(TryCount.objects.values_list("key", flat=True)) == ["young"]
    assert list(Session.objects.values_list("session_key", flat=True)) == ["young"]
    assert "1 counts of failed sign-ins forgotten" in capsys.readouterr().out
