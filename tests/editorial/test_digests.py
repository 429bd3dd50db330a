"""One mail a day to each owner, never two."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from editorial.board import open_entry
from editorial.models import BoardReason
from tests.articles.factories import make_article
from tests.editorial.factories import make_user


@pytest.fixture
def owner(tree):
    return make_user("owner", "Editors")


def due(tree, owner, title="A text", days=0):
    page = make_article(tree.articles, title, owner=owner)
    day = timezone.localdate() + timedelta(days=days)
    return open_entry(page=page, reason=BoardReason.CLOCK, due_on=day)


def test_an_owner_gets_one_mail_however_often_it_runs(tree, owner):
    due(tree, owner, "First")
    due(tree, owner, "Second")
    for _ in range(2):
        call_command("send_review_digests")
    assert [(m.to, m.subject) for m in mail.outbox] == [
        (["owner@example.org"], "2 pages of yours wait for a review")
    ]
    assert "First" in mail.outbox[0].body


@pytest.mark.parametrize(("days", "mails"), [(30, 1), (31, 0)])
def test_the_mail_looks_thirty_days_ahead(tree, owner, days, mails):
    due(tree, owner, days=days)
    call_command("send_review_digests")
    assert len(mail.outbox) == mails


def test_an_account_that_is_closed_or_has_no_address_gets_none(tree, owner):
    due(tree, owner)
    owner.is_active = False
    owner.save()
    call_command("send_review_digests")
    assert mail.outbox == []


def test_a_mail_that_fails_is_tried_again(tree, owner, monkeypatch):
    due(tree, owner)
    monkeypatch.setattr("editorial.digests.send_mail", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call_command("send_review_digests")
    monkeypatch.undo()
    call_command("send_review_digests")
    assert len(mail.outbox) == 1
