"""A material edit asks for a new review, a typo does not."""

import pytest
from django.utils import timezone

from articles.models import ArticlePage
from editorial.models import BoardEntry, Review
from editorial.reviews import record_review
from tests.articles.factories import make_article


@pytest.fixture
def page(tree, clinician):
    article = make_article(tree.articles, body=[("paragraph", "<p>Excercise may help.</p>")], live=False)
    article.save_revision().publish()
    article.refresh_from_db()
    record_review(
        page=article, user=clinician, outcome=Review.Outcome.APPROVED, revision=article.latest_revision
    )
    ArticlePage.objects.update(materially_updated_on="2020-01-01")
    return ArticlePage.objects.get()


def publish(page, text):
    page.body = [("paragraph", f"<p>{text}</p>")]
    page.save_revision().publish()
    page.refresh_from_db()
    return set(BoardEntry.objects.open().values_list("reason", flat=True))


def test_a_typo_moves_no_date_and_asks_for_nothing(page):
    assert publish(page, "Exercise may help.") == {"clock"}
    assert str(page.materially_updated_on) == "2020-01-01"


def test_a_change_of_substance_is_dated_and_asks_for_a_review(page):
    assert publish(page, "Exercise does not help.") == {"clock", "material_change"}
    assert page.materially_updated_on == timezone.localdate()
    assert page.last_reviewed_on == timezone.localdate()


def test_a_new_review_settles_it(page, clinician):
    publish(page, "Exercise does not help.")
    record_review(page=page, user=clinician, outcome=Review.Outcome.UNCHANGED, revision=page.live_revision)
    assert set(BoardEntry.objects.open().values_list("reason", flat=True)) == {"clock"}


def test_no_change_needed_moves_the_date_without_a_revision(page, clinician):
    ArticlePage.objects.update(last_reviewed_on="2020-01-01", next_review_due="2021-01-01")
    page.refresh_from_db()
    before = page.revisions.count()
    record_review(page=page, user=clinician, outcome=Review.Outcome.UNCHANGED)
    page.refresh_from_db()
    assert (page.last_reviewed_on, page.revisions.count()) == (timezone.localdate(), before)


def test_republishing_does_not_take_an_old_review_off_the_board(page):
    ArticlePage.objects.update(next_review_due="2021-01-01")
    page.refresh_from_db()
    publish(page, "Exercise may help.")
    assert str(BoardEntry.objects.open().get().due_on) == "2021-01-01"


def test_a_translation_is_asked_for_only_when_the_original_changed_in_substance(page, chinese_tree):
    translation = page.copy_for_translation(chinese_tree.articles.locale)
    publish(page, "Exercise may help.")
    assert not BoardEntry.objects.filter(page=translation).exists()
    publish(page, "Exercise does not help.")
    assert BoardEntry.objects.open().get(page=translation).reason == "original_changed"
