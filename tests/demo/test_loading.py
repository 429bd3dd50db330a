"""What the demonstration puts into an empty site, once."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from articles.models import ArticlePage
from comments.models import ReaderComment
from conditions.models import ConditionPage, StageEvidence, TreatmentOption, TreatmentPage
from demo.content_files import LANGUAGES, read_table
from demo.loading import load_demonstration
from demo.loading.ledger import Ledger
from editorial.identifiers import validate_doi, validate_pmid
from editorial.models import ContributorPage, Source
from pages.glossary.explaining import explain
from pages.models import GlossaryTerm, HomePage, SiteSettings
from tests.outlets.emptying import empty_the_site

MEDICAL = (ConditionPage, TreatmentPage, ArticlePage)


def run_again(loaded):
    lines = []
    with override_settings(VAR_DIR=loaded.folder):
        return load_demonstration(lines.append), lines


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


def page(key):
    return Ledger().page(key)


def test_every_page_went_live_through_the_gate(loaded):
    assert not [line for line in loaded.lines if "draft" in line]
    assert not Page.objects.filter(depth__gt=1, live=False).exists()


def test_both_languages_are_filled(loaded):
    for model in MEDICAL:
        for language in LANGUAGES:
            assert model.objects.filter(locale__language_code=language).count() >= 5


def test_a_second_run_adds_nothing_and_asks_little(loaded, django_assert_max_num_queries):
    pages, comments = Page.objects.count(), ReaderComment.objects.count()
    with django_assert_max_num_queries(60):
        assert run_again(loaded) == (0, [])
    assert (Page.objects.count(), ReaderComment.objects.count()) == (pages, comments)


def test_a_second_run_keeps_what_an_editor_changed_moved_or_deleted(loaded):
    changed, moved = page("en/conditions/migraine"), page("en/articles/cold-or-flu")
    changed.title = "Our own title"
    changed.save_revision().publish()
    moved.slug = "flu-or-cold"
    moved.save_revision().publish()
    page("zh-hans/articles/cold-or-flu").delete()
    assert run_again(loaded) == (0, [])
    assert page("en/conditions/migraine").title == "Our own title"
    assert page("en/articles/cold-or-flu").slug == "flu-or-cold"
    assert page("zh-hans/articles/cold-or-flu") is None


def test_chinese_pages_are_translations_of_the_english_ones(loaded):
    english = page("en/conditions/lumbar-disc-herniation")
    chinese = english.get_translations().get().specific
    assert (chinese.title, chinese.slug) == ("腰椎间盘突出症", english.slug)


def test_options_of_a_translation_belong_to_the_same_treatment(loaded):
    for option in TreatmentOption.objects.filter(locale__language_code="zh-hans"):
        twin = TreatmentOption.objects.get(translation_key=option.translation_key, locale__language_code="en")
        assert twin.treatment.translation_key == option.treatment.translation_key
        assert twin.group == option.group


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/conditions/migraine/", "en/conditions/migraine"),
        ("/zh-hans/conditions/migraine/", "zh-hans/conditions/migraine"),
        ("/zh-hans/", "zh-hans/home"),
    ],
)
def test_addresses_are_as_promised(loaded, address, key):
    assert page(key).get_url() == address


def test_every_grade_is_openly_not_assessed(loaded):
    assert set(StageEvidence.objects.values_list("certainty", flat=True)) == {"not_assessed"}
    assert not StageEvidence.objects.filter(reason="").exists()


def test_every_option_names_risks(loaded):
    assert not TreatmentOption.objects.filter(risks="").exists()
    assert not TreatmentPage.objects.filter(risks="").exists()


def test_no_page_claims_a_medical_review(loaded):
    for model in MEDICAL:
        assert not model.objects.filter(last_reviewed_on__isnull=False).exists()


def test_nobody_is_a_verified_clinician(loaded):
    assert not [person for person in ContributorPage.objects.all() if person.may_review]


def test_every_source_can_be_looked_up(loaded):
    for source in Source.objects.all():
        assert source.link.startswith("https://")
        if source.doi:
            validate_doi(source.doi)
        if source.pmid:
            validate_pmid(source.pmid)


def test_every_text_page_but_those_named_cites_a_source(loaded):
    silent = [
        item.slug for model in MEDICAL for item in model.objects.all() if "linktype" not in all_text(item)
    ]
    assert set(silent) <= {"reading-a-medicine-leaflet", "preparing-for-a-clinic-visit"}


def all_text(item):
    return str([field.value_from_object(item) for field in item._meta.concrete_fields]) + str(
        [stream.get_prep_value() for name in STREAMS if (stream := getattr(item, name, None))]
    )


STREAMS = ("body", "overview", "how_it_works", "symptoms", "causes", "diagnosis", "get_help")


def test_the_site_says_that_it_is_a_demonstration(loaded):
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    assert settings.demonstration
    for language in LANGUAGES:
        assert settings.text_for(language).disclaimer == read_table(f"{language}/site")["disclaimer"]


def test_the_front_pages_put_pages_forward(loaded):
    for home in HomePage.objects.all():
        assert (home.looked_for.count(), home.featured.count()) == (6, 5)
        assert {item.target.locale_id for item in home.featured.all()} == {home.locale_id}


def test_wagtails_welcome_page_is_gone(loaded):
    assert not Page.objects.filter(depth=2).not_type(HomePage).exists()


def test_a_series_has_its_order(loaded):
    parts = ArticlePage.objects.filter(series__title="Living with a slipped disc").order_by("series_position")
    assert [part.slug for part in parts] == [
        "what-a-slipped-disc-is",
        "can-massage-push-a-disc-back",
        "the-first-weeks-with-a-slipped-disc",
    ]


def test_one_page_has_a_chinese_title_over_an_english_text(loaded):
    article = page("en/articles/stem-cells-and-discs-where-research-stands")
    assert (article.title_lang, article.body_lang, article.locale.language_code) == ("zh-Hans", "", "en")


def test_dates_are_spread_over_recent_months(loaded):
    days = {item.first_published_at.date() for item in ArticlePage.objects.all()}
    assert len(days) >= 12


def test_a_page_was_last_changed_when_its_file_says_so(loaded):
    condition = page("en/conditions/lumbar-disc-herniation")
    assert condition.materially_updated_on == days_ago(9)
    assert page("en/conditions/migraine").materially_updated_on == days_ago(40)


def test_one_page_is_overdue_for_its_review(loaded):
    overdue = [item for item in ConditionPage.objects.all() if item.next_review_due < timezone.localdate()]
    assert {item.slug for item in overdue} == {"common-cold"}


def test_pictures_have_alt_text_in_the_language_of_their_pages(loaded):
    assert get_image_model().objects.filter(description="").count() == 0
    chinese = page("zh-hans/conditions/migraine").picture
    assert chinese.description == read_table("pictures")["migraine"]["alt"]["zh-hans"]


def test_comments_come_in_every_state_with_an_answer_by_staff(loaded):
    states = set(ReaderComment.objects.values_list("status", flat=True))
    assert states == {"pending", "approved", "rejected", "spam"}
    assert ReaderComment.objects.filter(parent__isnull=False, user__username="moderator").count() == 2


@pytest.mark.sqlite
def test_the_whole_demonstration_goes_out_and_into_an_empty_site(loaded, client, tmp_path):
    address = "/zh-hans/conditions/migraine/"
    before = client.get(address, headers={"host": "localhost"}).content
    call_command("export_content", tmp_path / "first", "--comments")
    empty_the_site()
    call_command("import_content", tmp_path / "first")
    call_command("export_content", tmp_path / "second", "--comments")
    ends = [(tmp_path / name / "content.jsonl").read_text().splitlines()[-1] for name in ("first", "second")]
    files = [len([*(tmp_path / name).rglob("*.*")]) for name in ("first", "second")]
    assert ends[0] == ends[1]
    assert files[0] == files[1]
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    assert prose(client.get(address, headers={"host": "localhost"}).content) == prose(before)


def prose(page):
    """Give the text (bytes) of a page as shown, from its first heading to its references.

    Pictures lie under another name, beside the files of the site that was emptied.
    """
    return re.sub(rb'(src|srcset)="[^"]*"', b"", page[page.index(b"<h1") : page.index(b'class="references"')])


def test_the_site_follows_the_port_of_each_start(loaded, settings):
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8123"
    run_again(loaded)
    assert Site.objects.get().port == 8123


def test_each_word_is_explained_in_both_languages(loaded):
    for term in GlossaryTerm.objects.filter(locale__language_code="en"):
        twin = GlossaryTerm.objects.get(translation_key=term.translation_key, locale__language_code="zh-hans")
        assert term.explanation != twin.explanation
    assert GlossaryTerm.objects.count() == 2 * len(read_table("glossary"))


def test_the_forms_of_a_word_are_found(loaded):
    assert "popovertarget" in explain("<p>Two randomized controlled trials.</p>", "en")
    assert "popovertarget" in explain("<p>一项随机对照试验。</p>", "zh-hans")
