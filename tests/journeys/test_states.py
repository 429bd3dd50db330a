"""What the demonstration does not show: pages in trouble, closed, guarded, and a site without content."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from comments.mixins import CommentsMixin
from editorial.citations.markup import citation
from editorial.models import ContentLabel
from editorial.safety.services import add_correction
from editorial.withdrawal.services import withdraw
from tests.articles.factories import make_article
from tests.comments.factories import make_comment
from tests.editorial.factories import make_source

from . import soundness

EMPTY = ["/", "/conditions/", "/treatments/", "/articles/", "/people/", "/glossary/", "/corrections/"]
NOTICES = {"en": "Taken off: it may harm.", "zh-hans": "已撤下：内容可能有害。"}


def troubled(branch):
    """Give an article with a label, an overdue review, a retracted source, a correction, closed comments."""
    source = make_source(f"Taken back {branch.home.pk}", type="trial", is_retracted=True)
    body = [("paragraph", f"<p>It helps.{citation(source.pk)}</p>")]
    label = {"content_label": ContentLabel.PROMOTIONAL, "label_confirmed": True}
    page = make_article(
        branch.articles, "Overdue", body=body, comments_mode=CommentsMixin.CommentsMode.CLOSED, **label
    )
    make_comment(page)
    add_correction(page=page, text="A number was wrong.", user=None)
    dates = {
        "last_reviewed_on": date(2020, 1, 1),
        "next_review_due": timezone.localdate() - timedelta(days=1),
    }
    ArticlePage.objects.filter(pk=page.pk).update(**dates)
    return page


def guarded(branch):
    """Give an article behind a password."""
    page = make_article(branch.articles, "Guarded")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="secret")
    return page


def withdrawn(branch):
    """Give an article that was taken off in a hurry."""
    page = make_article(branch.articles, "Withdrawn")
    withdraw(page=page, user=None, notices=NOTICES)
    return page


def faults_at(page, addresses, violations, overflow):
    """Go to each of the addresses; give what is wrong there (dict of list of str)."""
    found = {}
    for address in addresses:
        assert page.goto(address).status in (200, 410), address
        found[address] = soundness.is_accessible(page, violations) + soundness.fits(page, overflow)
    return {address: wrong for address, wrong in found.items() if wrong}


@pytest.mark.parametrize("branch", ["tree", "chinese_tree"])
def test_an_empty_site_and_pages_in_trouble_are_sound(open_page, request, branch, violations, overflow):
    branch, page = request.getfixturevalue(branch), open_page()
    start = branch.home.url.rstrip("/")
    assert faults_at(page, [start + path for path in EMPTY], violations, overflow) == {}
    troubles = [make(branch).url for make in (troubled, guarded, withdrawn)]
    assert faults_at(page, troubles, violations, overflow) == {}
