"""The section under an article."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from comments.models import Status
from comments.templatetags.reader_comments import comment_address, day, moment

from .factories import make_comment

pytestmark = pytest.mark.django_db


def section(page, address="/"):
    request = RequestFactory().get(address)
    template = Template("{% load reader_comments %}{% reader_comments page %}")
    return template.render(Context({"request": request, "page": page.specific}))


def test_an_approved_comment_appears_and_a_waiting_one_does_not(article):
    make_comment(article, body="I am here")
    make_comment(article, body="I wait", status=Status.PENDING)
    assert "I am here" in section(article)
    assert "I wait" not in section(article)


def test_markup_is_shown_as_typed(article):
    make_comment(
        article, body="<script>alert(1)</script>\n<b>bold</b> https://example.org", name="<i>Wei</i>"
    )
    shown = section(article)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>&lt;b&gt;bold&lt;/b&gt; https://example.org" in shown
    assert "&lt;i&gt;Wei&lt;/i&gt;" in shown


def test_replies_nest_three_levels_deep_and_then_stay_flat(article):
    comment = make_comment(article, body="one")
    for body in ("two", "three", "four"):
        comment = make_comment(article, body=body, parent=comment)
    assert comment.level == 3
    assert section(article).count('<ol class="comment-replies">') == 2


def test_a_removed_comment_keeps_its_place_while_replies_hang_on_it(article):
    parent = make_comment(article, body="gone words", status=Status.REMOVED)
    make_comment(article, body="the reply", parent=parent)
    shown = section(article)
    assert "This comment was removed." in shown
    assert "the reply" in shown
    assert "gone words" not in shown


def test_a_page_with_comments_off_shows_nothing(article):
    make_comment(article)
    article.comments_mode = "off"
    assert section(article).strip() == ""


def test_a_closed_page_keeps_its_comments_and_offers_no_form(article):
    make_comment(article, body="still here")
    article.comments_mode = "closed"
    shown = section(article)
    assert "still here" in shown
    assert "Write a comment" not in shown


def test_a_page_without_comments_invites_the_first(article):
    assert "Nobody has written here yet" in section(article)


def test_the_query_count_does_not_grow_with_comments(article, django_assert_max_num_queries):
    for number in range(25):
        parent = make_comment(article, body=f"number {number}")
        make_comment(article, parent=parent)
    section(article)
    with django_assert_max_num_queries(5):
        shown = section(article)
    assert shown.count('class="comment"') == 40
    assert "More comments" in shown


def test_a_long_thread_shows_twenty_replies_and_links_to_the_rest(article):
    parent = make_comment(article)
    for number in range(22):
        make_comment(article, parent=parent, body=f"reply {number}")
    shown = section(article)
    assert "reply 19" in shown
    assert "reply 20" not in shown
    assert "All replies of this thread" in shown


def test_the_section_sets_no_cookie_by_itself(client, article):
    response = client.get(f"/comments/{article.pk}/")
    assert not response.cookies


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", ["thread", "reply", "helpful", "report"])
def test_an_address_is_the_one_that_django_finds(name, language):
    with translation.override(language):
        assert comment_address(name, 12, 345) == reverse(f"comments:{name}", args=[12, 345])


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_days_are_written_as_django_writes_them(language, settings):
    settings.TIME_ZONE = "Asia/Shanghai"
    late = datetime(2026, 2, 3, 22, 5, tzinfo=UTC)
    with translation.override(language):
        expected = Template('{{ time|date:"DATE_FORMAT" }} {{ time|date:"Y-m-d\\TH:iO" }}')
        assert f"{day(late)} {moment(late)}" == expected.render(Context({"time": late}))
