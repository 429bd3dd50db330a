"""Where somebody is signed in, and ending that: for one session, or for all but the present one."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from .state import BEGAN, SEEN


@dataclass(frozen=True)
class OwnSession:
    """One session: its `mark` (str, says nothing about its key), when it `began` and was last `seen`."""

    mark: str
    began: datetime | None
    seen: datetime | None
    is_present: bool


def own_sessions(user, present_key):
    """Give the OwnSessions (list, the present one first) of `user`; `present_key`: of the one that asks."""
    found = [_own(row, data, present_key) for row, data in _rows(user)]
    return sorted(found, key=lambda own: (not own.is_present, -(own.seen.timestamp() if own.seen else 0)))


def end_sessions(user, present_key, mark=""):
    """End the session of `user` with this `mark` (str), all others without one; give how many ended (int).

    The present one stays: signing out is for that.
    """
    others = [row for row, _data in _rows(user) if row.session_key != present_key]
    chosen = [row for row in others if mark in ("", mark_of(row.session_key))]
    ended, _kinds = Session.objects.filter(pk__in=[row.pk for row in chosen]).delete()
    return ended


def mark_of(key):
    """Give what names a session on a page (str): its key would let in whoever reads it."""
    return hashlib.sha256(f"session-mark:{key}".encode()).hexdigest()[:32]


def _rows(user):
    """Yield (Session, its data) of the sessions of `user` that have not ended. Readers have none."""
    for row in Session.objects.filter(expire_date__gt=timezone.now()).iterator(500):
        data = row.get_decoded()
        if data.get(SESSION_KEY) == str(user.pk):
            yield row, data


def _own(row, data, present_key):
    times = [data.get(name) and datetime.fromtimestamp(data[name], UTC) for name in (BEGAN, SEEN)]
    return OwnSession(mark_of(row.session_key), *times, is_present=row.session_key == present_key)
