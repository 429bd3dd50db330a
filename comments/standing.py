"""What is known about a writer who has no account: earlier decisions and sanctions."""

from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.db.models import Q

from .models import ReaderComment, Sanction, Status
from .network import keyed_hash

# Nearly nobody is sanctioned and nearly no text is sent twice: one small question tells so of both.
TRACES = """
    SELECT EXISTS (SELECT 1 FROM comments_sanction WHERE value IN (%s, %s, %s)),
           EXISTS (SELECT 1 FROM comments_readercomment WHERE body_key = %s)
"""


def email_key(email):
    """Give the keyed hash (str) that stands for an e-mail address, "" for none."""
    return keyed_hash(f"comments.email:{settings.SECRET_KEY}", email.strip().casefold())


def _same_writer(draft):
    """Give the condition for comments by the same browser, or by the same address where it is confirmed."""
    same = Q(pk__in=[])
    if draft.writer_key:
        same |= Q(writer_key=draft.writer_key)
    if draft.email and draft.email_confirmed:
        same |= Q(email_key=email_key(draft.email), email_confirmed=True)
    return same


def approvals_in_a_row(draft, enough):
    """Give how many of the writer's latest decided comments were approved since the last rejection (int)."""
    decided = ReaderComment.objects.filter(_same_writer(draft)).exclude(status=Status.PENDING)
    latest = decided.order_by("-created_at").values_list("status", flat=True)[:enough]
    count = 0
    for status in latest:
        if status != Status.APPROVED:
            break
        count += 1
    return count


class Traces(NamedTuple):
    """Whether there is anything to look for: about a writer, and of a text that was sent before."""

    sanctioned: bool
    repeated: bool


def traces_of(draft):
    """Give the Traces of a draft, asked for once."""
    if "traces" not in draft.__dict__:
        keys = [draft.writer_key, email_key(draft.email), draft.network_key, draft.body_key]
        with connection.cursor() as cursor:
            cursor.execute(TRACES, keys)
            draft.traces = Traces(*map(bool, cursor.fetchone()))
    return draft.traces


def sanctions_on(draft):
    """Give the sanctions (list) in force on the writer's browser, e-mail address or network."""
    if not traces_of(draft).sanctioned:
        return []
    if "sanctions" not in draft.__dict__:
        keys = {
            Sanction.Target.WRITER: draft.writer_key,
            Sanction.Target.EMAIL: email_key(draft.email),
            Sanction.Target.NETWORK: draft.network_key,
        }
        named = Sanction.objects.filter(value__in=[value for value in keys.values() if value]).in_force()
        draft.sanctions = [one for one in named if keys[one.target] == one.value]
    return draft.sanctions
