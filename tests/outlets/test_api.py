"""The read API: what everybody may read, with grades, dates, labels, citations and codes."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from conditions.models import ConditionCode, ConditionName
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_source, make_user
from tests.pages.factories import make_standard_page, paragraph, stream

BAD_QUERIES = [
    "limit=-1",
    "limit=999999999999999999999",
    "offset=x",
    "order=nothing",
    "fields=((",
    "fields=trust(",
    "type=auth.User",
    "type=nothing",
    "type=..",
    "child_of=x",
    "child_of=99999999999999999999999",
    "descendant_of=-5",
    "translation_of=99999999999999999999999",
    "locale=xx",
    "site=nowhere",
    "site=a:b",
    "search=%00",
    "slug=%00",
    "unknown=1",
    "type=conditions.ConditionPage&last_reviewed_on=never",
    "type=conditions.ConditionPage&next_review_due=2026-99-99",
    "search=%22%28*",
]


@pytest.fixture
def disc(tree):
    source = make_source(doi="10.1136/bmj.h6234")
    cited = f'<p>Most get better.<a linktype="source" id="{source.pk}">[*]</a></p>'
    page = make_condition(
        tree.conditions,
        summary="A disc.",
        overview=stream(paragraph(cited)),
        next_review_due=date(2020, 1, 1),
    )
    ConditionCode.objects.create(page=page, system="icd10cm", code="M51.26", label="Disc displacement")
    ConditionName.objects.create(page=page, name="Slipped disc")
    ConditionName.objects.create(page=page, name="Not sure", is_confirmed=False)
    make_option(page, make_treatment(tree.treatments), stages=[("acute", "low")], summary="Often helps.")
    return page


def pages(client, query=""):
    """Give the items of a list."""
    return client.get(f"/api/v2/pages/?{query}").json()["items"]


def detail(client, page):
    return client.get(f"/api/v2/pages/{page.pk}/").json()


def test_a_condition_tells_its_grades_by_treatment_and_stage(client, disc):
    (treatment,) = detail(client, disc)["treatments"]
    (stage,) = treatment["stages"]
    assert (treatment["title"], treatment["group"]) == ("Physiotherapy", "conventional")
    assert treatment["html_url"] == "http://testserver/treatments/physiotherapy/"
    assert (stage["stage"], stage["certainty"], stage["certainty_text"]) == ("acute", "low", "Low certainty")


def test_a_treatment_tells_its_grades_by_condition(client, disc, tree):
    (use,) = detail(client, disc.treatment_options.get().treatment)["conditions"]
    assert (use["title"], use["page"], use["stages"][0]["certainty"]) == (disc.title, disc.pk, "low")


def test_a_condition_tells_codes_confirmed_names_citations_and_trust(client, disc):
    said = detail(client, disc)
    code = {"system": "icd10cm", "code": "M51.26", "label": "Disc displacement", "verified_on": None}
    assert said["codes"] == [code]
    assert [name["name"] for name in said["names"]] == ["Slipped disc"]
    assert [(item["number"], item["doi"]) for item in said["citations"]] == [(1, "10.1136/bmj.h6234")]
    assert 'href="#source-' in said["body_html"]
    assert said["trust"]["medically_reviewed_by"] is None


def test_a_page_past_its_day_is_overdue_and_an_unreviewed_one_says_so(client, disc, tree):
    make_condition(tree.conditions, "Migraine")
    found = {item["title"]: item for item in pages(client, "type=conditions.ConditionPage")}
    assert found[disc.title]["review_status"] == "overdue"
    assert found["Migraine"]["review_status"] == "not_reviewed"
    assert found["Migraine"]["label"] == "Editorial"


def test_an_article_names_only_public_conditions(client, disc, tree):
    draft = make_condition(tree.conditions, "Draft", live=False)
    article = make_article(tree.articles, conditions=[disc, draft], tags=["Spine"])
    said = detail(client, article)
    assert [item["title"] for item in said["conditions"]] == [disc.title]
    assert said["topics"] == ["Spine"]


def test_drafts_and_private_pages_are_not_there_even_for_staff(client, disc, tree):
    make_condition(tree.conditions, "Draft", live=False)
    private = make_condition(tree.conditions, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    client.force_login(make_user(is_superuser=True))
    titles = {item["title"] for item in pages(client)}
    assert disc.title in titles
    assert titles.isdisjoint({"Draft", "Private"})
    assert client.get(f"/api/v2/pages/{private.pk}/").status_code == 404


def test_a_chinese_page_speaks_chinese(client, chinese_tree):
    page = make_condition(chinese_tree.conditions, "椎间盘突出", summary="椎间盘。")
    said = detail(client, page)
    assert (said["label"], said["meta"]["locale"]) == ("编辑内容", "zh-hans")
    assert said["meta"]["html_url"].startswith("http://testserver/zh-hans/")
    assert said["title"] in [item["title"] for item in pages(client, "locale=zh-hans&limit=50")]


@pytest.mark.parametrize("query", BAD_QUERIES)
def test_a_bad_question_gets_its_reason_and_never_an_error_of_ours(client, tree, query):
    response = client.get(f"/api/v2/pages/?{query}")
    assert response.status_code in (200, 400, 404)
    assert response.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("number", ["0", "99999999999999999999999"])
def test_a_page_that_is_not_there_is_not_found(client, tree, number):
    assert client.get(f"/api/v2/pages/{number}/").status_code in (400, 404)


@pytest.mark.parametrize("kind", ["conditions.ConditionPage", "articles.ArticlePage", "wagtailcore.Page"])
def test_a_longer_list_takes_no_more_queries(client, tree, kind, django_assert_max_num_queries):
    def grow(number):
        page = make_condition(tree.conditions, f"Condition {number}")
        ConditionCode.objects.create(page=page, system="icd10", code=f"M{number}0")
        make_article(tree.articles, f"Article {number}", tags=[f"Topic {number}"])

    grow(10)
    with django_assert_max_num_queries(40) as few:
        pages(client, f"type={kind}&limit=100")
    count = len(few)
    for number in range(11, 16):
        grow(number)
    pages(client)
    with django_assert_max_num_queries(count):
        assert len(pages(client, f"type={kind}&limit=100")) >= 6


def test_one_page_takes_few_queries_whatever_it_holds(client, disc, tree, django_assert_max_num_queries):
    detail(client, disc)
    with django_assert_max_num_queries(60) as few:
        detail(client, disc)
    count = len(few)
    for number in range(4):
        make_option(disc, make_treatment(tree.treatments, f"Treatment {number}"), stages=[("any", "low")])
    detail(client, disc)
    with django_assert_max_num_queries(count):
        assert len(detail(client, disc)["treatments"]) == 5


def test_every_type_of_page_can_be_read(client, tree):
    make_standard_page(tree.home, body=stream(paragraph("<p>Kept short.</p>")))
    answers = [detail(client, page) for page in tree.home.get_descendants(inclusive=True)]
    assert any("Kept short." in answer.get("body_html", "") for answer in answers)
    assert all(answer["meta"]["html_url"] for answer in answers)


def test_nothing_can_be_written(client, tree):
    assert client.post("/api/v2/pages/", {"title": "New"}).status_code == 405
