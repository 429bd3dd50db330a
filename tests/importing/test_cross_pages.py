"""SX-1: the five source pages together, on an empty site and on one that has its own pages."""

import pytest
from wagtail.models import Page

from articles.models import ArticlePage
from conditions.models import ConditionName, ConditionPage, TreatmentName, TreatmentOption, TreatmentPage
from importing.models import ImportedFile, MatchProposal
from tests.conditions.factories import make_condition, make_treatment


@pytest.fixture
def own_pages(tree):
    """A site with its own conditions and treatments, under other names."""
    hip = make_condition(tree.conditions, "Osteonecrosis of the femoral head")
    back = make_condition(tree.conditions, "Lumbar disc herniation")
    ConditionName.objects.create(page=back, name="Slipped disc", kind="lay")
    make_condition(tree.conditions, "Knee osteoarthritis")
    make_condition(tree.conditions, "Low back pain")
    stem = make_treatment(tree.treatments, "Stem cell therapy")
    tcm = make_treatment(tree.treatments, "Traditional Chinese medicine")
    TreatmentName.objects.create(page=tcm, name="TCM", kind="abbreviation")
    return [hip, back, stem, tcm]


def conditions_of_seeds(seed_article):
    return [seed_article(number).conditions.get() for number in range(5)]


def test_five_pages_make_two_conditions(import_seeds, seed_article):
    import_seeds()
    hip, hip_too, *back = conditions_of_seeds(seed_article)
    assert hip == hip_too
    assert len(set(back)) == 1
    assert ConditionPage.objects.count() == 2


def test_five_drafts_and_nothing_live(import_seeds, tree):
    import_seeds()
    assert ArticlePage.objects.filter(live=False, origin="imported").count() == 5
    for model in (ArticlePage, ConditionPage, TreatmentPage):
        assert not model.objects.filter(live=True).exists()


def test_stem_cell_therapy_is_shared_with_a_grade_for_each_condition(import_seeds):
    import_seeds()
    treatment = TreatmentPage.objects.get(title="Stem cell therapy")
    options = TreatmentOption.objects.filter(treatment=treatment)
    assert len({option.page_id for option in options}) == 2
    grades = [list(option.stages.values_list("certainty", flat=True)) for option in options]
    assert all(set(found) == {"not_assessed"} for found in grades)


def test_traditional_chinese_medicine_is_shared(import_seeds, seed_article):
    import_seeds()
    treatment = TreatmentPage.objects.get(title="Traditional Chinese Medicine")
    assert treatment in seed_article(0).treatments.all()
    assert treatment in seed_article(1).treatments.all()


def test_a_second_import_adds_nothing(import_seeds):
    import_seeds()
    pages, options = Page.objects.count(), TreatmentOption.objects.count()
    run, report = import_seeds()
    assert (run.imported, run.known, run.failed) == (0, 5, 0)
    assert (Page.objects.count(), TreatmentOption.objects.count()) == (pages, options)
    assert [file["outcome"] for file in report["files"]] == ["known"] * 5


def test_a_dry_run_reports_the_same_and_writes_nothing(import_seeds):
    before = Page.objects.count()
    _run, dry = import_seeds(dry_run=True)
    assert (Page.objects.count(), ImportedFile.objects.count()) == (before, 0)
    _run, real = import_seeds()
    assert dry["files"] == real["files"]


def test_near_names_are_linked_and_wait_for_an_editor(own_pages, import_seeds, seed_article):
    import_seeds()
    hip, back, *_others = own_pages
    assert {page.title for page in conditions_of_seeds(seed_article)} == {hip.title, back.title}
    assert ConditionPage.objects.count() == 4
    waiting = MatchProposal.objects.filter(page=hip, relation="same", status="pending")
    assert waiting.exists()


def test_own_treatments_are_used(own_pages, import_seeds, seed_article):
    import_seeds()
    _hip, _back, stem, tcm = own_pages
    assert stem in seed_article(1).treatments.all()
    assert stem in seed_article(4).treatments.all()
    assert tcm in seed_article(0).treatments.all()
    assert TreatmentPage.objects.filter(title__icontains="chinese").count() == 1


def test_a_live_condition_gets_a_draft_revision_only(own_pages, import_seeds):
    import_seeds()
    hip = own_pages[0]
    assert not hip.treatment_options.exists()
    draft = ConditionPage.objects.get(pk=hip.pk).get_latest_revision_as_object()
    stem = next(option for option in draft.treatment_options.all() if option.treatment == own_pages[2])
    assert {stage.stage for stage in stem.stages.all()} == {"early", "middle"}
    assert [name.is_confirmed for name in draft.names.all()] == [False] * draft.names.count()


def test_the_draft_revision_of_a_live_condition_can_be_published(own_pages, import_seeds):
    import_seeds()
    hip = ConditionPage.objects.get(pk=own_pages[0].pk)
    hip.get_latest_revision().publish()
    assert hip.treatment_options.filter(treatment=own_pages[2]).exists()


def test_a_second_import_leaves_live_conditions_alone(own_pages, import_seeds):
    import_seeds()
    revisions = [page.revisions.count() for page in own_pages]
    import_seeds()
    assert [page.revisions.count() for page in own_pages] == revisions
