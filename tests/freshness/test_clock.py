"""What changes by the calendar: shown on its day, and a page without dates outlives midnight."""

import datetime
import traceback

import pytest
from django.utils import timezone

from comments.models import CommentSettings
from freshness import recording
from freshness.models import StoredPage
from freshness.stored.middleware import StoredPageMiddleware
from tests.articles.factories import make_article
from tests.comments.factories import make_comment
from tests.conditions.factories import make_condition, make_treatment
from tests.editorial.factories import make_contributor

from .asking import ask
from .test_stored import refuse

OVERDUE = "was due for review"
CLOCK = ("freshness/clock.py", "freshness/stored/rows.py", "freshness/templatetags/clock.py")


@pytest.fixture
def pass_days(monkeypatch):
    """Give a function that lets so many days pass."""
    real = timezone.now

    def let(days):
        monkeypatch.setattr(timezone, "now", lambda: real() + datetime.timedelta(days=days))

    return let


@pytest.fixture
def article(tree, counting):
    """An article without a date that comes."""
    return make_article(tree.articles, "Cartilage", slug="one")


def set_review_day(article, days):
    """Let the review of `article` be due in so many days."""
    day = timezone.localdate() + datetime.timedelta(days=days)
    type(article).objects.filter(pk=article.pk).update(next_review_due=day)


def test_a_page_without_dates_outlives_midnight(article, application, pass_days, monkeypatch):
    today = ask(application, article.url).text
    pass_days(400)
    monkeypatch.setattr(StoredPageMiddleware, "_rendered", refuse)
    later = ask(application, article.url).text
    year = timezone.localdate().year
    assert later != today
    assert f"{year}</p>" in later  # the date under a printed page


def test_a_review_that_is_due_shows_the_day_after(article, application, pass_days, monkeypatch):
    set_review_day(article, 1)
    with monkeypatch.context() as patch:
        assert OVERDUE not in ask(application, article.url).text
        pass_days(1)
        patch.setattr(StoredPageMiddleware, "_rendered", refuse)
        assert OVERDUE not in ask(application, article.url).text
    pass_days(2)
    assert OVERDUE in ask(application, article.url).text
    assert StoredPage.objects.get(part="").day == datetime.date.max


def test_the_end_of_a_discussion_closes_the_comments_alone(article, application, pass_days, monkeypatch):
    last = timezone.localdate() + datetime.timedelta(days=1)
    type(article).objects.filter(pk=article.pk).update(comments_open_until=last)
    opened = ask(application, article.url).text
    monkeypatch.setattr(StoredPageMiddleware, "_rendered", refuse)
    assert StoredPage.objects.get(part__startswith="comments").day == last
    pass_days(2)
    assert ask(application, article.url).text.count("<form") <= opened.count("<form")
    assert StoredPage.objects.get(part__startswith="comments").day == datetime.date.max


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_discussion_is_open_on_its_last_day(article, days, tree):
    article.comments_open_until = timezone.localdate() + datetime.timedelta(days=days)
    assert article.comments_deadline_passed is (days < 0)


def test_readers_pages_ask_the_calendar_in_one_place(tree, counting, application, monkeypatch):
    person = make_contributor(tree.people)
    article = make_article(tree.articles, "Cartilage")
    pages = [article, make_condition(tree.conditions), make_treatment(tree.treatments), person]
    make_comment(article, body="It helped me.")
    CommentSettings.objects.update(close_after_days=30)
    for page in pages:
        ask(application, page.url)
    StoredPage.objects.all().delete()
    asked, real = [], timezone.now

    def noted():
        if recording._current() is not None:
            asked.append("".join(traceback.format_stack(limit=8)))
        return real()

    monkeypatch.setattr(timezone, "now", noted)
    for page in [*pages, tree.home, tree.articles, tree.conditions, tree.treatments, tree.people]:
        assert ask(application, page.url).status == 200
    assert [stack for stack in asked if not any(place in stack for place in CLOCK)] == []
