"""Leave for one sentence, with a reason and a second person."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from editorial.claims import (
    approve_exception,
    check_page,
    decline_exception,
    open_claims,
    request_exception,
    sentence_hash,
)
from editorial.models import ClaimException
from tests.editorial.factories import make_user

from .pages import CURE, article_with

REASON = "It quotes the title of a book that readers search for."


def today(days=0):
    """A day from now."""
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def article(tree):
    """A draft with one claim."""
    return article_with(tree)


@pytest.fixture
def editor(db):
    """Somebody who may ask."""
    return make_user("editor", "Editors")


@pytest.fixture
def publisher(db):
    """Somebody who may decide."""
    return make_user("publisher", "Publishers")


def ask(article, user, **fields):
    """Ask for an exception for the article's claim."""
    values = {"rule": "cure", "sentence": CURE, "reason": REASON, "expires_on": today(30)}
    return request_exception(page=article, user=user, **{**values, **fields})


def test_asking_alone_settles_nothing(article, editor):
    assert ask(article, editor).status == "waiting"
    assert len(open_claims(article)) == 1


def test_a_second_person_settles_the_claim(article, editor, publisher):
    exception = approve_exception(exception=ask(article, editor), user=publisher, note="Agreed.")
    assert exception.approved_by == publisher
    assert open_claims(article) == []
    assert [hit.resolution for hit in check_page(article)] == ["exception"]


def test_nobody_decides_about_their_own_request(article, publisher):
    with pytest.raises(ValidationError, match="second person"):
        approve_exception(exception=ask(article, publisher), user=publisher)
    assert len(open_claims(article)) == 1


def test_the_database_holds_that_too(article, publisher):
    exception = ask(article, publisher)
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimException.objects.filter(pk=exception.pk).update(decided_by=publisher)


def test_an_editor_may_not_decide(article, editor):
    with pytest.raises(ValidationError, match="may not decide"):
        approve_exception(exception=ask(article, editor), user=make_user("other", "Editors"))


def test_of_two_who_decide_the_second_is_told(article, editor, publisher):
    exception = ask(article, editor)
    approve_exception(exception=exception, user=publisher)
    with pytest.raises(ValidationError, match="decided already"):
        decline_exception(exception=exception, user=make_user("second", "Publishers"), note="No.")


def test_declining_needs_a_word_and_settles_nothing(article, editor, publisher):
    exception = ask(article, editor)
    with pytest.raises(ValidationError):
        decline_exception(exception=exception, user=publisher, note=" ")
    decline_exception(exception=exception, user=publisher, note="The book is not cited.")
    assert len(open_claims(article)) == 1


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"reason": "because"}, "reason"),
        ({"reason": " " * 40}, "reason"),
        ({"expires_on": today()}, "expires_on"),
        ({"expires_on": today(367)}, "expires_on"),
        ({"expires_on": None}, "expires_on"),
        ({"sentence": " "}, "sentence"),
    ],
)
def test_a_request_that_says_too_little_is_refused(article, editor, fields, name):
    with pytest.raises(ValidationError) as refusal:
        ask(article, editor, **fields)
    assert list(refusal.value.error_dict) == [name]


def test_a_year_is_the_limit(article, editor):
    assert ask(article, editor, expires_on=today(366)).pk


def test_the_second_editor_is_told_who_asked(article, editor):
    ask(article, editor)
    with pytest.raises(ValidationError, match="editor has asked"):
        ask(article, make_user("other", "Editors"))


def test_after_a_refusal_one_may_ask_again(article, editor, publisher):
    decline_exception(exception=ask(article, editor), user=publisher, note="Say more.")
    assert ask(article, editor).status == "waiting"


def test_it_ends_on_its_last_day(article, editor, publisher):
    exception = approve_exception(exception=ask(article, editor), user=publisher)
    ClaimException.objects.filter(pk=exception.pk).update(expires_on=today())
    assert open_claims(article) == []
    ClaimException.objects.filter(pk=exception.pk).update(expires_on=today(-1))
    assert len(open_claims(article)) == 1


def test_an_expired_one_makes_room_for_the_next(article, editor, publisher):
    exception = approve_exception(exception=ask(article, editor), user=publisher)
    ClaimException.objects.filter(pk=exception.pk).update(expires_on=today(-1))
    ask(article, editor)
    exception.refresh_from_db()
    assert exception.status == "closed"


def test_what_waited_too_long_is_not_approved(article, editor, publisher):
    exception = ask(article, editor)
    ClaimException.objects.filter(pk=exception.pk).update(expires_on=today(-1))
    with pytest.raises(ValidationError, match="last day"):
        approve_exception(exception=exception, user=publisher)


@pytest.mark.parametrize("other", ["This tea cures gout fast.", "This tea cured gout."])
def test_an_edited_sentence_is_a_new_claim(tree, editor, publisher, other):
    article = article_with(tree)
    approve_exception(exception=ask(article, editor), user=publisher)
    article.body[0].value.source = f"<p>{other}</p>"
    assert len(open_claims(article)) == 1


@pytest.mark.parametrize(
    "same", ["this tea  cures gout.", "This tea cures gout.[3]", "Ｔhis tea cures gout."]
)
def test_case_space_and_citations_do_not_count(same):
    assert sentence_hash(same) == sentence_hash(CURE)


def test_it_holds_for_one_page_and_one_rule(tree, editor, publisher):
    article, other = article_with(tree), article_with(tree, title="Another")
    approve_exception(exception=ask(article, editor), user=publisher)
    assert len(open_claims(other)) == 1
    assert len(open_claims(article_with(tree, "<p>This tea cures gout, guaranteed.</p>", title="C"))) == 2


def test_it_keeps_the_revision_and_a_history(article, editor, publisher):
    revision = article.save_revision()
    exception = ask(article, editor)
    approve_exception(exception=exception, user=publisher)
    assert exception.revision == revision
    for entries in (ModelLogEntry.objects.for_instance(exception), PageLogEntry.objects.filter(page=article)):
        actions = set(entries.values_list("action", flat=True))
        assert {"editorial.claim_exception.requested", "editorial.claim_exception.approved"} <= actions
