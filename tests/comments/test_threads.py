"""Reading long pages of comments: orders, pages, lasting addresses, and the plan of the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from comments.desk import DECIDED, lane_page
from comments.models import Lane, ReaderComment, Status
from comments.models.comment import KEY_WIDTH
from comments.threads import ORDERS, REPLIES_SHOWN, THREADS_PER_PAGE, load_one_thread, load_threads

from .factories import make_comment

pytestmark = pytest.mark.django_db
MANY = 1_000


@pytest.fixture
def crowded(article):
    """A page with a thousand approved comments, each a thread of its own; give its id (int)."""
    now = timezone.now()
    rows = (
        ReaderComment(
            pk=number,
            path=f"{number:0{KEY_WIDTH}d}",
            page=article,
            name="Wei",
            body=f"Number {number}",
            status=Status.APPROVED,
            lane="",
            shown=True,
            helpful_count=number % 7,
            created_at=now - timedelta(minutes=MANY - number),
        )
        for number in range(1, MANY + 1)
    )
    ReaderComment.objects.bulk_create(rows, batch_size=500)
    return article.pk


@pytest.mark.sqlite
def test_a_thousand_comments_cost_no_more_queries_than_two_pages_of_them(
    crowded, django_assert_max_num_queries
):
    middle = ReaderComment.objects.get(pk=MANY // 2)
    for order in ORDERS:
        with django_assert_max_num_queries(4):
            page = load_threads(crowded, order=order, cursor=middle.pk)
        assert len(page.comments) == THREADS_PER_PAGE
    assert page.count == MANY


def test_comments_that_are_all_shown_are_not_counted_again(article, django_assert_num_queries):
    removed = make_comment(article)
    make_comment(article, parent=removed)
    ReaderComment.objects.filter(pk=removed.pk).update(status=Status.REMOVED)
    make_comment(article)
    with django_assert_num_queries(2):
        assert load_threads(article.pk).count == 2


def test_replies_that_are_not_shown_are_counted_too(article):
    first = make_comment(article)
    for _number in range(REPLIES_SHOWN + 2):
        make_comment(article, parent=first)
    assert load_threads(article.pk).count == REPLIES_SHOWN + 3


def test_every_comment_is_read_once_in_each_order(article):
    for number in range(THREADS_PER_PAGE * 2 + 3):
        make_comment(article, body=f"Number {number}", helpful_count=number % 3)
    for order in ORDERS:
        seen, cursor = [], None
        while True:
            page = load_threads(article.pk, order=order, cursor=cursor)
            seen += [comment.pk for comment in page.comments]
            cursor = page.next_after
            if cursor is None:
                break
        assert (len(seen), len(set(seen))) == (43, 43), order


def test_newest_first_begins_with_the_newest(article):
    comments = [make_comment(article, body=f"Number {number}") for number in range(3)]
    page = load_threads(article.pk, order="newest")
    assert [comment.pk for comment in page.comments] == [comment.pk for comment in comments[::-1]]


def test_the_lasting_address_marks_the_comment_in_its_thread(client, article):
    parent = make_comment(article)
    reply = make_comment(article, parent=parent, body="The answer")
    page = client.get(f"/comments/{article.pk}/thread/{reply.pk}/").content.decode()
    assert f'<article class="comment marked" id="comment-{reply.pk}"' in page


@pytest.mark.parametrize("status", [Status.PENDING, Status.SPAM, Status.REMOVED])
def test_what_is_not_public_has_no_address(client, article, status):
    comment = make_comment(article, status=status)
    assert client.get(f"/comments/{article.pk}/thread/{comment.pk}/").status_code == 404


def test_a_reply_far_down_a_thread_is_on_the_page_of_its_address(article, monkeypatch):
    monkeypatch.setattr("comments.threads.REPLIES_PER_PAGE", 3)
    parent = make_comment(article)
    replies = [make_comment(article, parent=parent, body=f"Reply {number}") for number in range(7)]
    (root,) = load_one_thread(replies[5]).comments
    assert [answer.pk for answer in root.answers] == [replies[5].pk, replies[6].pk]


def plan(queryset):
    """Give how SQLite would answer `queryset` (str)."""
    sql, params = queryset.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return "; ".join(row[3] for row in cursor.fetchall())


@pytest.mark.sqlite
@pytest.mark.parametrize("lane", [*Lane.values, DECIDED])
def test_the_queue_is_read_along_its_index_and_never_sorted(article, lane, monkeypatch):
    queries = []
    monkeypatch.setattr(
        ReaderComment.objects._queryset_class,
        "_fetch_all",
        lambda rows: queries.append(rows) or setattr(rows, "_result_cache", []),
    )
    lane_page(lane)
    index = "comment_decisions" if lane == DECIDED else "comment_queue"
    assert f"USING INDEX {index}" in plan(queries[0])
    assert "TEMP B-TREE" not in plan(queries[0])
    assert lane != DECIDED or "INNER JOIN" not in str(queries[0].query)
