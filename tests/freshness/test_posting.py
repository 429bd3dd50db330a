"""Posting a comment: few statements, because what rules need is kept, and none of it is old."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import ArticlePage
from comments.models import CommentSettings, ReaderComment, WordList
from comments.services import change_consent
from editorial.models import ClaimRule
from tests.articles.factories import make_article
from tests.comments.factories import form_data

MOST_STATEMENTS = 9


@pytest.fixture
def post(tree, counting, settings, client, commit):
    """Give a function that posts a comment under the same article, twice before, and gives it."""
    settings.COMMENTS_MIN_SECONDS = 0
    article = make_article(tree.articles)

    def post(body="It was long ago that I had this and it went by itself."):
        client.post(reverse("comments:new", args=[article.pk]), form_data(article, body=body))
        return ReaderComment.objects.order_by("-pk").first()

    commit(lambda: post("The first one makes the settings of the site and the text of consent."))
    post("The second one finds what the first one has kept.")
    return post


def test_a_comment_takes_few_statements(post, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_STATEMENTS + 2):  # and a savepoint, within the test's transaction
        post()
    assert ReaderComment.objects.count() == 3


def test_a_word_list_holds_from_the_next_comment_on(post, commit):
    assert post().lane == "pending"
    commit(lambda: WordList.objects.create(name="new", kind="suspect", words="zebra\nunicorn"))
    assert post("I saw a zebra in the waiting room, and then another one.").lane == "suspect"
    commit(lambda: WordList.objects.filter(name="new").update(words="unicorn"))
    assert post("I saw one more zebra in the waiting room, and no other.").lane == "pending"


@pytest.mark.parametrize(
    "change",
    [
        lambda: ArticlePage.objects.update(comments_mode="closed"),
        lambda: ArticlePage.objects.get().unpublish(),
        lambda: CommentSettings.objects.update(default_mode="closed"),
        lambda: ArticlePage.objects.get().view_restrictions.create(restriction_type="login"),
    ],
)
def test_what_takes_no_comments_any_more_takes_none(post, commit, change):
    commit(change)
    post("After the door was closed, this one came.")
    assert ReaderComment.objects.count() == 2


def test_a_new_text_of_consent_is_the_one_agreed_to(post, commit):
    commit(lambda: change_consent(language="en", text="Another text."))
    assert post().consent.text == "Another text."


def test_a_rule_about_claims_that_is_switched_off_holds_nothing(post, commit):
    text = "This tea is a miracle cure that works for everybody, I promise."
    assert "selling_cures" in str(post(text).reasons)
    commit(lambda: ClaimRule.objects.update(is_active=False, updated_at=timezone.now()))
    assert "selling_cures" not in str(post(f"{text} Really.").reasons)
