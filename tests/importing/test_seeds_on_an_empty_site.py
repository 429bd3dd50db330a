"""SX-1 and the rows about linking: the five source pages on a site without conditions and treatments."""

import pytest
from wagtail.models import Page

from articles.models import ArticlePage
from conditions.models import ConditionPage, TreatmentOption, TreatmentPage
from editorial.models import Source
from importing.models import ImportedFile, UnresolvedLink

from .conftest import import_seeds, seed_article

pytestmark = pytest.mark.usefixtures("imported", "db")


def test_five_pages_make_two_conditions():
    hip, hip_too, *back = [seed_article(number).conditions.get() for number in range(5)]
    assert hip == hip_too
    assert len(set(back)) == 1
    assert ConditionPage.objects.count() == 2


def test_five_drafts_and_nothing_live():
    assert ArticlePage.objects.filter(live=False, origin="imported").count() == 5
    for model in (ArticlePage, ConditionPage, TreatmentPage):
        assert not model.objects.filter(live=True).exists()


def test_stem_cell_therapy_is_shared_with_a_grade_for_each_condition():
    options = TreatmentOption.objects.filter(treatment__title="Stem cell therapy")
    assert len({option.page_id for option in options}) == 2
    grades = [set(option.stages.values_list("certainty", flat=True)) for option in options]
    assert grades == [{"not_assessed"}] * 2


def test_traditional_chinese_medicine_is_shared():
    treatment = TreatmentPage.objects.get(title="Traditional Chinese Medicine")
    assert treatment in seed_article(0).treatments.all()
    assert treatment in seed_article(1).treatments.all()


def test_a_dry_run_reports_the_same_and_writes_nothing(imported):
    assert imported.left_by_dry_run == 0
    assert imported.dry["files"] == imported.real["files"]


def test_a_second_import_adds_nothing():
    before = Page.objects.count(), TreatmentOption.objects.count(), Source.objects.count()
    run, _report = import_seeds()
    assert (run.imported, run.known, run.failed) == (0, 5, 0)
    assert (Page.objects.count(), TreatmentOption.objects.count(), Source.objects.count()) == before


def test_s0_4_six_treatments_are_linked_as_conservative():
    article = seed_article(0)
    linked = set(article.treatments.values_list("pk", flat=True))
    options = article.conditions.get().treatment_options.filter(treatment__in=linked)
    assert len(linked) == 6
    assert {option.approach for option in options} == {"conservative"}


def test_s1_4_nine_treatments_are_linked():
    assert seed_article(1).treatments.count() == 9


def test_s1_6_stages_stand_at_the_options():
    option = TreatmentOption.objects.get(treatment__title="Core decompression surgery")
    assert set(option.stages.values_list("stage", flat=True)) == {"early", "middle"}


def test_s1_8_provider_claims_are_proposed_and_not_confirmed():
    page = seed_article(1)
    assert (page.content_label, page.label_confirmed) == ("provider_claims", False)
    assert page.contributions.get().role == "provider"


def test_s2_1_the_page_without_title_needs_one():
    assert [seed_article(number).needs_title for number in range(5)] == [False, False, True, False, False]


def test_s2_3_and_s2_4_links_are_kept_without_a_target():
    links = UnresolvedLink.objects.filter(file__page=seed_article(2), page=None)
    assert sorted(links.values_list("kind", flat=True)) == ["next", "previous"] + ["related"] * 15


def test_s3_5_the_encyclopedia_is_one_source():
    lines = ImportedFile.objects.get(page=seed_article(3)).ledger.filter(reason="source")
    assert {line.source for line in lines} == {Source.objects.get(type="encyclopedia")}
    assert [(line.line, line.line_end) for line in lines] == [(11, 15), (15, 15)]


def test_s4_1_and_s4_2_title_language_and_address():
    page = seed_article(4)
    file = ImportedFile.objects.get(page=page)
    assert (page.title_lang, page.body_lang, page.slug) == ("zh-Hans", "", page.title)
    assert file.ascii_slug.isascii()
    assert file.language_decision == ""


def test_s4_6_the_condition_is_known_under_its_everyday_names():
    names = seed_article(4).conditions.get().names
    found = dict(names.values_list("name", "is_confirmed"))
    assert {"Slipped disc", "Herniated disc"} < set(found)
    assert names.filter(language="zh-hans", is_confirmed=False).exists()
