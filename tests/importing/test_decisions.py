"""What an editor decides about a proposed match is carried out, once."""

import pytest

from conditions.models import ConditionPage, TreatmentPage
from importing.models import MatchProposal
from importing.services import decide_match
from tests.conditions.factories import make_condition, make_treatment
from tests.editorial.factories import make_user

from .factories import import_text
from .samples import TREATMENTS_ENGLISH


@pytest.fixture
def user(db):
    return make_user("desk")


@pytest.fixture
def near(tree):
    """A live condition that the sample's condition is nearly the same as, and the waiting proposal."""
    condition = make_condition(tree.conditions, "Chronic elbow tendinitis")
    file = import_text()
    return condition, file, MatchProposal.objects.get(kind="condition")


def draft_of(page):
    return ConditionPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_near_condition_is_linked_and_its_names_wait(near):
    condition, file, proposal = near
    assert (proposal.relation, proposal.is_open, proposal.page_id) == ("same", True, condition.pk)
    assert list(file.page.conditions.all()) == [condition]
    assert {name.name: name.is_confirmed for name in draft_of(condition).names.all()} == {
        "Elbow tendinitis": False,
        "Tennis elbow": False,
    }


def test_confirming_confirms_the_names(near, user):
    condition, _file, proposal = near
    decided = decide_match(proposal, decision="confirm", user=user)
    assert (decided.status, decided.decided_by) == ("confirmed", user)
    assert all(name.is_confirmed for name in draft_of(condition).names.all())


def test_rejecting_takes_names_treatments_and_the_link_back(near, user):
    condition, file, proposal = near
    decide_match(proposal, decision="reject", user=user)
    assert not draft_of(condition).names.exists()
    assert not draft_of(condition).treatment_options.exists()
    file.page.refresh_from_db()
    assert not file.page.conditions.exists()


def test_a_page_of_its_own_takes_over_names_and_treatments(near, user):
    condition, file, proposal = near
    before = {option.treatment_id for option in draft_of(condition).treatment_options.all()}
    decide_match(proposal, decision="new", user=user)
    own = file.page.__class__.objects.get(pk=file.page_id).conditions.get()
    assert (own.title, own.live) == ("Elbow tendinitis", False)
    assert [name.name for name in own.names.all()] == ["Tennis elbow"]
    assert {option.treatment_id for option in own.treatment_options.all()} == before
    assert own.treatment_options.first().stages.exists()


def test_a_rejected_match_is_not_proposed_again(near, user):
    condition, _file, proposal = near
    decide_match(proposal, decision="reject", user=user)
    other = import_text(TREATMENTS_ENGLISH.replace("a sore point", "one point") + "\nMore words stand here.")
    assert condition not in other.page.conditions.all()


def test_a_decision_is_made_once(near, user):
    _condition, _file, proposal = near
    decide_match(proposal, decision="confirm", user=user)
    assert decide_match(proposal, decision="reject", user=user).status == "confirmed"


def test_a_treatment_kept_apart_gets_its_own_page_in_the_option(tree, user):
    brace = make_treatment(tree.treatments, "Padded elbow brace")
    file = import_text()
    decide_match(MatchProposal.objects.get(page=brace), decision="new", user=user)
    own = TreatmentPage.objects.get(title="Elbow brace")
    options = draft_of(file.page.conditions.get()).treatment_options.all()
    assert own.pk in {option.treatment_id for option in options}
    assert brace.pk not in {option.treatment_id for option in options}


def test_a_rejected_treatment_leaves_article_and_condition(tree, user):
    brace = make_treatment(tree.treatments, "Padded elbow brace")
    file = import_text()
    decide_match(MatchProposal.objects.get(page=brace), decision="reject", user=user)
    file.page.refresh_from_db()
    assert brace not in file.page.treatments.all()
    assert brace.pk not in {
        option.treatment_id for option in draft_of(file.page.conditions.get()).treatment_options.all()
    }


def test_rejecting_a_new_condition_keeps_the_page_for_others(tree, user):
    file = import_text()
    decide_match(MatchProposal.objects.get(kind="condition"), decision="reject", user=user)
    file.page.refresh_from_db()
    assert not file.page.conditions.exists()
    assert ConditionPage.objects.filter(title="Elbow tendinitis").exists()
