"""The score that learns from the moderators' decisions."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command

from comments import spam
from comments.guard.spam import spam_score
from comments.models import SpamModel, Status
from comments.spam import training
from comments.spam.evaluation import sms_figures, youtube_figures
from comments.spam.features import features

from .factories import make_comment, make_draft

DATA = Path(django_settings.BASE_DIR).parent / "shared" / "data" / "comments"
GOOD = "Walking a little each day helped my hip, number {}"
BAD = "Cheap herbal cure, click my shop link now, offer {}"


@pytest.fixture
def decisions(article, moderator):
    """Thirty good and thirty spam comments that a person decided."""
    for number in range(30):
        for text, status in ((GOOD, Status.APPROVED), (BAD, Status.SPAM)):
            fields = {"status": status, "decided_by": moderator, "decided_at": "2026-01-01T00:00Z"}
            make_comment(article, body=text.format(number), **fields)


@pytest.mark.django_db
def test_without_anything_learned_the_rule_is_off(article):
    assert spam_score(make_draft(article, body=BAD)).outcome == 0


@pytest.mark.django_db
def test_the_score_learns_from_decisions_and_names_its_reasons(article, decisions):
    call_command("learn_comment_spam")
    answer = spam_score(make_draft(article, body="Click my shop for a cheap herbal offer"))
    assert (answer.outcome, answer.lane) == (1, "suspect")
    assert any(word in answer.detail for word in ("herbal", "cheap", "click", "shop"))
    assert spam_score(make_draft(article, body="My hip is better since I walk")).outcome == 0


@pytest.mark.django_db
def test_below_thirty_of_each_nothing_is_learned(article, decisions):
    article.reader_comments.filter(status=Status.SPAM).first().delete()
    with pytest.raises(spam.TooFewDecisionsError):
        spam.learn_from_decisions()
    assert not SpamModel.objects.exists()


@pytest.mark.django_db
def test_what_rules_decided_is_not_learned_from(article, decisions):
    article.reader_comments.update(decided_by=None)
    with pytest.raises(spam.TooFewDecisionsError):
        spam.learn_from_decisions()


@pytest.mark.django_db
def test_without_the_library_the_desk_says_so(desk_client, article, monkeypatch):
    monkeypatch.setattr(training, "pyliblinear", None)
    page = desk_client.post("/admin/reader-comments/words/learn/", follow=True).content.decode()
    assert "is not installed" in page


def test_the_features_of_a_hostile_text_are_bounded():
    assert sum(len(counts) for counts in features("<" * 100_000 + "a1 " * 100_000).values()) < 10_000


needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"no labelled comments in {DATA}")


@needs_data
def test_on_a_video_it_was_not_trained_on_f1_is_093():
    for figures in youtube_figures(DATA):
        assert figures.f1 >= 0.93, figures


@needs_data
def test_on_a_held_back_half_of_the_sms_set_f1_is_095():
    for figures in sms_figures(DATA):
        assert figures.f1 >= 0.95, figures
