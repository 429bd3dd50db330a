"""SX-1 on a site that has conditions and treatments of its own, under other names."""

from types import SimpleNamespace

import pytest

from conditions.models import ConditionName, ConditionPage, TreatmentName, TreatmentPage
from importing.models import MatchProposal
from tests.conditions.factories import make_condition, make_treatment

from .conftest import import_seeds, seed_article

pytestmark = pytest.mark.usefixtures("own", "db")


@pytest.fixture(scope="module")
def own(module_tree):
    """Live pages of the site's own, and the five source pages imported beside them."""
    hip = make_condition(module_tree.conditions, "Osteonecrosis of the femoral head")
    back = make_condition(module_tree.conditions, "Lumbar disc herniation")
    ConditionName.objects.create(page=back, name="Slipped disc", kind="lay")
    for title in ("Knee osteoarthritis", "Low back pain"):
        make_condition(module_tree.conditions, title)
    stem = make_treatment(module_tree.treatments, "Stem cell therapy")
    tcm = make_treatment(module_tree.treatments, "Traditional Chinese medicine")
    TreatmentName.objects.create(page=tcm, name="TCM", kind="abbreviation")
    import_seeds()
    return SimpleNamespace(hip=hip, back=back, stem=stem, tcm=tcm)


def hip_draft(own):
    return ConditionPage.objects.get(pk=own.hip.pk).get_latest_revision_as_object()


def test_no_condition_is_added(own):
    linked = [seed_article(number).conditions.get() for number in range(5)]
    assert linked == [own.hip, own.hip, own.back, own.back, own.back]
    assert ConditionPage.objects.count() == 4


def test_near_names_wait_for_an_editor(own):
    assert MatchProposal.objects.filter(page=own.hip, relation="same", status="pending").exists()


def test_own_treatments_are_used(own):
    assert own.stem in seed_article(1).treatments.all()
    assert own.stem in seed_article(4).treatments.all()
    assert own.tcm in seed_article(0).treatments.all()
    assert TreatmentPage.objects.filter(title__icontains="chinese").count() == 1


def test_a_live_condition_gets_a_draft_revision_only(own):
    assert not own.hip.treatment_options.exists()
    assert not own.hip.names.exists()
    stem = next(option for option in hip_draft(own).treatment_options.all() if option.treatment == own.stem)
    assert {stage.stage for stage in stem.stages.all()} == {"early", "middle"}


def test_names_in_the_draft_revision_are_not_confirmed(own):
    names = list(hip_draft(own).names.all())
    assert names
    assert not any(name.is_confirmed for name in names)


def test_a_second_import_writes_no_revision(own):
    pages = [own.hip, own.back, own.stem, own.tcm]
    before = [page.revisions.count() for page in pages]
    import_seeds()
    assert [page.revisions.count() for page in pages] == before
