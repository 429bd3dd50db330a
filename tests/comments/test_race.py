"""Two at once: moderators on one comment, readers with one form. On SQLite and on PostgreSQL."""

import threading

import pytest
from django.db import connection, connections

from comments.guard import Verdict, held
from comments.models import ModerationLogEntry, ReaderComment, Status
from comments.services import ConflictError, decide, post_comment, vote_helpful

from .factories import make_comment, make_draft, make_moderator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _a_database_that_threads_share(db):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads need a database file: set TEST_DATABASE_NAME")


def at_once(*jobs):
    """Run the jobs in threads that start together; give what each gave or raised."""
    gate, results = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(number, job):
        gate.wait()
        try:
            results[number] = job()
        except Exception as error:
            results[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.parametrize("round_number", range(5))
def test_of_two_moderators_exactly_one_decides(article, round_number):
    comment = make_comment(article, status=Status.PENDING)
    seen = {"comment_id": comment.pk, "version": comment.version}
    first, second = make_moderator("first"), make_moderator("second")
    results = at_once(
        lambda: decide(**seen, actor=first, action="approve"),
        lambda: decide(**seen, actor=second, action="spam"),
    )
    assert sorted(type(result).__name__ for result in results) == ["ConflictError", "ReaderComment"]
    conflict = next(result for result in results if isinstance(result, ConflictError))
    assert conflict.by in {"first", "second"}
    assert ModerationLogEntry.objects.filter(action__in=["approve", "spam"]).count() == 1


def test_one_form_sent_ten_times_at_once_is_one_comment(article):
    verdict = Verdict([held("all_wait")])
    jobs = [
        lambda: post_comment(draft=make_draft(article, form_key="k" * 32), verdict=verdict)
        for _number in range(10)
    ]
    results = at_once(*jobs)
    assert {type(result) for result in results} == {ReaderComment}
    assert ReaderComment.objects.count() == 1


def test_ten_readers_at_once_lose_no_comment_and_no_vote(article):
    comment = make_comment(article)
    verdict = Verdict([held("all_wait")])

    def write(number):
        draft = make_draft(article, form_key=f"{number:032d}", body=f"Number {number}")
        return lambda: post_comment(draft=draft, verdict=verdict)

    def vote(number):
        return lambda: vote_helpful(comment=comment, writer_key=f"w{number}", network_key=f"n{number}")

    at_once(*[write(n) for n in range(5)], *[vote(n) for n in range(5)])
    comment.refresh_from_db()
    assert (ReaderComment.objects.count(), comment.helpful_count) == (6, 5)


def test_of_twenty_comments_at_once_five_are_told_that_the_page_got_many(article):
    def write(number):
        draft = make_draft(article, form_key=f"{number:032d}", body=f"Number {number}")
        return lambda: post_comment(draft=draft, verdict=Verdict())

    at_once(*[write(number) for number in range(20)])
    held_back = ReaderComment.objects.filter(status=Status.PENDING)
    assert [comment.reasons[0]["rule"] for comment in held_back] == ["thread_rate"] * 5
    assert ReaderComment.objects.filter(status=Status.APPROVED).count() == 15
