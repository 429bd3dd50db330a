"""Everything a page says about itself, each from its own field."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from editorial.citations.markup import citation
from editorial.models import ContentLabel, Contribution, ContributorIndexPage, PageSource
from editorial.safety.services import add_correction
from editorial.trust import trust_of
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_contributor, make_source

REVIEWED = {"last_reviewed_on": date(2026, 5, 12), "next_review_due": date(2199, 5, 12)}


@pytest.fixture
def article(tree):
    return make_article(tree.articles, "Back pain")


def name(page, title, role=Contribution.Role.AUTHOR, **fields):
    person = make_contributor(ContributorIndexPage.objects.get(), title, **fields)
    Contribution.objects.create(page=page, role=role, contributor=person)
    return person


def html_of(client, page):
    return client.get(page.url).content.decode()


def data_of(client, page):
    return client.get(f"/trust/{page.pk}.json").json()


def test_the_panel_names_people_by_what_they_did(client, article):
    name(article, "Ann Author", credentials="RN", interests="None")
    name(article, "Quentin Quoted", Contribution.Role.QUOTED)
    name(article, "Clinic of Providers", Contribution.Role.PROVIDER, kind="institution", interests="Sells it")
    data = data_of(client, article)
    assert [data[role][0]["name"] for role in ("written_by", "quoted", "providers")] == [
        "Ann Author",
        "Quentin Quoted",
        "Clinic of Providers",
    ]
    html = html_of(client, article)
    assert "Ann Author: None" in html
    assert "Clinic of Providers: Sells it" in html


def test_the_reviewer_comes_from_a_completed_review_only(client, tree, article):
    doctor = name(article, "Dr Quoted", Contribution.Role.QUOTED, is_clinician=True)
    article.medical_reviewer = doctor
    article.save()
    assert data_of(client, article)["medically_reviewed_by"] is None
    assert "Not yet medically reviewed" in html_of(client, article)


def test_a_completed_review_shows_its_reviewer_and_day(client, tree, article):
    doctor = make_contributor(tree.people, "Dr Reviewer", credentials="MD", interests="None")
    ArticlePage.objects.filter(pk=article.pk).update(last_reviewed_by=doctor, **REVIEWED)
    data = data_of(client, article)
    assert data["medically_reviewed_by"]["name"] == "Dr Reviewer"
    assert data["dates"]["last_reviewed"] == "2026-05-12"
    assert f'<a href="{doctor.url}">Dr Reviewer</a>' in html_of(client, article)


def test_each_public_date_comes_from_its_own_field(client, article):
    moment = timezone.make_aware(timezone.datetime(2026, 2, 3, 12))
    ArticlePage.objects.filter(pk=article.pk).update(
        first_published_at=moment,
        materially_updated_on=date(2026, 4, 5),
        last_published_at=timezone.now(),
        **REVIEWED,
    )
    assert data_of(client, article)["dates"] == {
        "first_published": "2026-02-03",
        "last_updated": "2026-04-05",
        "last_reviewed": "2026-05-12",
        "next_review_due": "2199-05-12",
    }
    html = html_of(client, article)
    assert all(
        f'datetime="{day}"' in html for day in ("2026-02-03", "2026-04-05", "2026-05-12", "2199-05-12")
    )


def test_saving_a_typo_moves_neither_review_nor_correction(client, article):
    ArticlePage.objects.filter(pk=article.pk).update(**REVIEWED)
    page = ArticlePage.objects.get(pk=article.pk)
    page.title = "Back pains"
    page.save_revision().publish()
    data = data_of(client, page)
    assert (data["dates"]["last_reviewed"], data["corrections"]) == ("2026-05-12", [])


@pytest.mark.parametrize(("days", "overdue"), [(-1, True), (0, False), (1, False)])
def test_a_page_is_overdue_the_day_after_its_day(client, article, days, overdue):
    day = timezone.localdate() + timedelta(days=days)
    ArticlePage.objects.filter(pk=article.pk).update(last_reviewed_on=date(2020, 1, 1), next_review_due=day)
    assert bool(data_of(client, article)["overdue_notice"]) is overdue
    assert ("is being reviewed" in html_of(client, article)) is overdue


def test_the_label_is_said_in_words(client, article):
    article.content_label = ContentLabel.PROMOTIONAL
    article.save()
    assert data_of(client, article)["label"] == {"code": "promotional", "text": "Promotional"}


@pytest.mark.referring
def test_sources_are_counted_by_type_cited_and_collected_and_retracted(client, tree):
    cited, collected = make_source("Cited", type="trial", is_retracted=True), make_source("Collected")
    article = make_article(tree.articles, "Cites", body=[("paragraph", f"<p>x {citation(cited.pk)}</p>")])
    PageSource.objects.create(page=article, source=collected)
    article.save()
    sources = data_of(client, article)["sources"]
    assert (sources["number"], sources["retracted"]) == (2, 1)
    assert {item["code"]: item["number"] for item in sources["by_type"]} == {"guideline": 1, "trial": 1}
    assert "1 of them was retracted" in html_of(client, article)


def test_a_page_without_sources_says_so(client, article):
    assert "No source is given" in html_of(client, article)


@pytest.fixture
def graded(tree):
    """A condition with three treatments, one of them at two stages, one without any."""
    condition = make_condition(tree.conditions)
    for title, stages in (("A", [("early", "high"), ("late", "low")]), ("B", [("any", "low")]), ("C", [])):
        make_option(condition, make_treatment(tree.treatments, title), stages=stages)
    return condition


COUNTS = [("High certainty", 1), ("Low certainty", 2), ("Not assessed", 1)]


def test_a_condition_says_how_sure_the_evidence_of_its_treatments_is(client, graded):
    found = [(item["text"], item["number"]) for item in data_of(client, graded)["certainty"]]
    assert found == COUNTS
    assert "Low certainty: 2" in html_of(client, graded)


def test_a_treatment_says_it_over_its_published_conditions(client, graded):
    treatment = graded.treatment_options.get(treatment__title="A").treatment
    assert trust_of(treatment).certainty == [("High certainty", 1), ("Low certainty", 1)]
    graded.unpublish()
    assert trust_of(treatment).certainty == []


def test_an_article_says_it_of_its_treatments_for_its_conditions(tree, graded):
    treatment = graded.treatment_options.get(treatment__title="B").treatment
    other = make_condition(tree.conditions, "Other")
    about = make_article(tree.articles, "About", conditions=[graded], treatments=[treatment])
    beside = make_article(tree.articles, "Beside", conditions=[other], treatments=[treatment])
    assert trust_of(about).certainty == [("Low certainty", 1)]
    assert trust_of(beside).certainty == []


def test_corrections_stand_on_the_page_and_in_the_panel(client, article):
    add_correction(page=article, user=None, text="It said <b>rest</b>.", made_on=date(2026, 2, 3))
    html = html_of(client, article)
    assert "It said &lt;b&gt;rest&lt;/b&gt;." in html
    assert 'href="#corrections"' in html
    assert data_of(client, article)["corrections"][0]["on"] == "2026-02-03"


def test_the_panel_leads_to_the_report_of_a_danger_the_comments_and_the_data(client, article):
    html = html_of(client, article)
    for address in (f"/safety/{article.pk}/report/", "/comments/", f"/trust/{article.pk}.json"):
        assert f'href="{address}"' in html


def test_a_chinese_page_speaks_chinese_in_its_data_and_its_links(client, chinese_tree):
    page = make_article(chinese_tree.articles, "腰痛")
    data = data_of(client, page)
    assert (data["page"]["title"], data["page"]["language"]) == ("腰痛", "zh-hans")
    assert data["report_a_danger"].endswith(f"/zh-hans/safety/{page.pk}/report/")
    assert f'href="/zh-hans/safety/{page.pk}/report/"' in html_of(client, page)


def test_the_data_may_be_cached_by_anybody_and_set_no_cookie(client, article):
    response = client.get(f"/trust/{article.pk}.json")
    assert (response.headers["Cache-Control"], response.cookies) == ("public, max-age=300", {})
    assert "Cookie" not in response.headers.get("Vary", "")


def test_drafts_private_and_other_pages_have_no_data(client, tree, article):
    draft = make_article(tree.articles, "Draft", live=False)
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    for pk in (draft.pk, article.pk, tree.home.pk, 10**30):
        assert client.get(f"/trust/{pk}.json").status_code == 404


def fill(page, number):
    """Give `page` that many people, sources and corrections."""
    for count in range(number):
        name(
            page, f"Person {page.pk} {count}", (Contribution.Role.AUTHOR, Contribution.Role.QUOTED)[count % 2]
        )
        PageSource.objects.create(page=page, source=make_source(f"Source {page.pk} {count}"))
        add_correction(page=page, user=None, text=f"Correction {count}")
    ArticlePage.objects.get(pk=page.pk).save()


def test_the_number_of_questions_does_not_grow_with_people_sources_and_corrections(
    client, tree, django_assert_max_num_queries
):
    small, large = make_article(tree.articles, "Small"), make_article(tree.articles, "Large")
    fill(small, 1)
    fill(large, 9)
    client.get(f"/trust/{small.pk}.json")
    with django_assert_max_num_queries(50) as few:
        client.get(f"/trust/{small.pk}.json")
    with django_assert_max_num_queries(len(few)):
        assert len(data_of(client, large)["corrections"]) == 9


def test_the_number_of_questions_does_not_grow_with_treatments(tree, graded, django_assert_max_num_queries):
    with django_assert_max_num_queries(50) as few:
        trust_of(graded)
    for number in range(10):
        make_option(graded, make_treatment(tree.treatments, f"More {number}"), stages=[("any", "low")])
    with django_assert_max_num_queries(len(few)):
        trust_of(graded)
