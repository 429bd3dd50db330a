"""Rows stored by a statement that is built once: they are what `save` would have stored."""

import pytest
from django.db import IntegrityError
from django.db.models.sql.compiler import SQLInsertCompiler
from django.urls import reverse
from django.utils import timezone

from comments.models import ModerationLogEntry, ReaderComment, Status
from comments.services.rows import insert

from .factories import form_data, make_comment, make_moderator

pytestmark = pytest.mark.django_db


def full_comment(article, form_key):
    """Give a ReaderComment that is not stored, with something in fields of every kind."""
    return ReaderComment(
        page=article,
        parent=make_comment(article),
        name="Wei, “Ana” & 100 %s",
        body="It helped.\n'Truly'; 真的 %(x)s",
        language="zh-hans",
        user=make_moderator(form_key),
        status=Status.APPROVED,
        lane="",
        shown=True,
        reasons=[{"rule": "links", "detail": "2: “a”"}],
        spam_score=0.25,
        form_key=form_key,
        decided_at=timezone.now(),
    )


def values(row, *but):
    """Give what the database holds of `row` (dict), without the fields `but`."""
    stored = type(row).objects.filter(pk=row.pk).values().get()
    return {name: value for name, value in stored.items() if name not in but}


def test_a_comment_is_stored_as_save_stores_it(article):
    ours, saved = full_comment(article, "ours"), full_comment(article, "saved")
    insert(ours)
    saved.save()
    saved_apart = ("id", "parent_id", "user_id", "form_key", "created_at", "decided_at")
    assert values(ours, *saved_apart) == values(saved, *saved_apart)
    assert ours.created_at == ReaderComment.objects.get(pk=ours.pk).created_at


def test_what_was_stored_can_be_saved_again(article):
    comment = full_comment(article, "k")
    insert(comment)
    comment.name = "Ana"
    comment.save()
    assert ReaderComment.objects.get(form_key="k").name == "Ana"


def test_an_entry_of_the_log_gets_its_date_and_its_facts(article):
    entry = ModerationLogEntry(comment=make_comment(article), action="posted", after={"status": "pending"})
    insert(entry)
    stored = ModerationLogEntry.objects.get(pk=entry.pk)
    assert (stored.after, stored.created_at) == ({"status": "pending"}, entry.created_at)


def test_one_form_cannot_be_stored_twice(article):
    insert(full_comment(article, "k"))
    with pytest.raises(IntegrityError):
        insert(full_comment(article, "k"))


def test_a_posted_comment_has_no_statement_built_for_it(client, article, monkeypatch):
    address = reverse("comments:new", args=[article.pk])
    client.post(address, form_data(article, body="The first makes what is missing on a new site."))
    monkeypatch.setattr(SQLInsertCompiler, "as_sql", None)
    client.post(address, form_data(article, body="The second finds everything there."))
    assert ReaderComment.objects.count() == 2
