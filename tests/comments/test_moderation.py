"""Decisions and what the host is told about them."""

import pytest

from comments.models import Status
from comments.services import ConflictError, decide
from comments.signals import comment_visibility_changed

from .factories import make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """What `comment_visibility_changed` said: (comment id, visible) pairs."""
    calls = []

    def listen(comment_id, visible, **_kwargs):
        calls.append((comment_id, visible))

    comment_visibility_changed.connect(listen)
    yield calls
    comment_visibility_changed.disconnect(listen)


def take(comment, action, moderator, **kwargs):
    return decide(comment_id=comment.pk, version=comment.version, actor=moderator, action=action, **kwargs)


def test_approving_tells_the_host(article, moderator, heard, django_capture_on_commit_callbacks):
    comment = make_comment(article, status=Status.PENDING)
    with django_capture_on_commit_callbacks(execute=True):
        take(comment, "approve", moderator)
    assert heard == [(comment.pk, True)]


def test_removing_tells_the_host(article, moderator, heard, django_capture_on_commit_callbacks):
    comment = make_comment(article)
    heard.clear()
    with django_capture_on_commit_callbacks(execute=True):
        take(comment, "remove", moderator)
    assert heard == [(comment.pk, False)]


def test_rejecting_a_waiting_comment_is_nothing_to_the_host(
    article, moderator, heard, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        take(make_comment(article, status=Status.PENDING), "reject", moderator)
    assert heard == []


def test_approving_twice_changes_and_logs_once(article, moderator):
    comment = take(make_comment(article, status=Status.PENDING), "approve", moderator)
    take(comment, "approve", moderator)
    assert comment.log.filter(action="approve").count() == 1


def test_an_old_version_is_refused_with_the_name_of_the_other(article, moderator):
    comment = make_comment(article, status=Status.PENDING)
    take(comment, "approve", moderator)
    with pytest.raises(ConflictError) as refusal:
        take(comment, "spam", moderator)
    assert refusal.value.by == "moderator"


def test_a_place_disappears_with_the_last_reply_on_it(article, moderator):
    parent = make_comment(article)
    reply = make_comment(article, parent=parent)
    take(parent, "remove", moderator)
    parent.refresh_from_db()
    assert parent.shown
    take(reply, "remove", moderator)
    parent.refresh_from_db()
    assert not parent.shown
