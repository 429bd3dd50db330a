"""The Infobutton responder, asked as health records ask MedlinePlus Connect."""

from xml.etree import ElementTree

import pytest
from wagtail.models import PageViewRestriction

from conditions.infobutton.finding import steps
from conditions.models import ConditionCode, ConditionName, ConditionPage

from .factories import make_condition, make_treatment

ATOM = "{http://www.w3.org/2005/Atom}"
ICD10CM = "2.16.840.1.113883.6.90"
OTHERS = [
    ("2.16.840.1.113883.6.3", "icd10", "M51.2"),
    ("2.16.840.1.113883.6.177", "mesh", "D055959"),
    ("2.16.840.1.113883.6.96", "snomed", "73589001"),
]


@pytest.fixture
def disc(tree):
    page = make_condition(tree.conditions, summary="What a disc does.")
    ConditionCode.objects.create(page=page, system="icd10cm", code="M51.26")
    ConditionName.objects.create(page=page, name="Slipped disc")
    return page


def ask(client, *, code="", system=ICD10CM, name="", language="", kind=""):
    return client.get(
        "/infobutton",
        {
            "mainSearchCriteria.v.c": code,
            "mainSearchCriteria.v.cs": system,
            "mainSearchCriteria.v.dn": name,
            "informationRecipient.languageCode.c": language,
            "knowledgeResponseType": kind,
        },
    )


def titles(client, **question):
    """Give the titles of the Atom answer."""
    response = ask(client, **question)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)  # noqa: S314 our own answer
    return [title.text for title in root.findall(f"{ATOM}entry/{ATOM}title")]


@pytest.mark.parametrize("code", ["M51.26", "M5126", "m51.26", " M51.26 "])
def test_an_icd_10_cm_code_gives_the_condition(client, disc, code):
    assert titles(client, code=code) == [disc.title]


@pytest.mark.parametrize(("oid", "system", "code"), OTHERS)
def test_every_classification_is_known_by_its_oid(client, disc, oid, system, code):
    ConditionCode.objects.create(page=disc, system=system, code=code)
    assert titles(client, code=code, system=oid) == [disc.title]
    assert titles(client, code=code) == []


def test_a_finer_code_finds_the_category_that_holds_it(client, tree):
    page = make_condition(tree.conditions, "Discs")
    ConditionCode.objects.create(page=page, system="icd10cm", code="M51.2")
    assert titles(client, code="M51.26") == ["Discs"]
    assert titles(client, code="M51") == []


def test_codes_of_other_shapes_have_no_hierarchy():
    assert steps("D055959", "mesh") == [["D055959"]]
    assert steps("M51.26", "icd10cm") == [["M5126", "M51.26"], ["M512", "M51.2"], ["M51"]]
    assert steps("M51%", "icd10cm") == [["M51%"]]


@pytest.mark.parametrize("name", ["Slipped disc", "slipped DISC", "Lumbar disc herniation", "herniation"])
def test_a_name_finds_title_and_confirmed_names(client, disc, name):
    assert titles(client, name=name) == [disc.title]


def test_a_name_that_nobody_confirmed_finds_nothing(client, disc):
    ConditionName.objects.update(is_confirmed=False)
    assert titles(client, name="Slipped disc") == []


def test_a_treatment_is_found_by_its_name(client, tree):
    make_treatment(tree.treatments, "Physiotherapy")
    assert titles(client, name="physiotherapy") == ["Physiotherapy"]


def test_there_are_three_topics_at_most_and_the_exact_name_is_first(client, tree):
    for title in ("Back pain at night", "Back pain in children", "Back pain", "Low back pain"):
        make_condition(tree.conditions, title)
    found = titles(client, name="back pain")
    assert (len(found), found[0]) == (3, "Back pain")


@pytest.mark.parametrize("language", ["zh", "zh-CN", "zh_Hans", "ZH-hans"])
def test_who_asks_in_chinese_gets_the_chinese_page(client, chinese_tree, disc, language):
    page = make_condition(chinese_tree.conditions, "腰椎间盘突出", translation_key=disc.translation_key)
    assert titles(client, code="M51.26", language=language) == ["腰椎间盘突出"]
    assert titles(client, name="slipped disc", language=language) == [page.title]
    assert titles(client, code="M51.26", language="en") == [disc.title]


def test_a_page_without_translation_says_its_own_language(client, chinese_tree, disc):
    (entry,) = ask(client, code="M51.26", language="zh", kind="application/json").json()["feed"]["entry"]
    assert (entry["lang"], entry["title"]["_value"]) == ("en", disc.title)


@pytest.mark.parametrize(
    "question",
    [
        {"code": "Z99.99"},
        {"code": "M51.26", "system": "1.2.3"},
        {"code": "M51.26", "system": ""},
        {"code": "M51.26", "language": "es"},
        {"code": "M51.26", "language": "%%"},
        {"name": "no such thing"},
        {"name": "%"},
        {"code": "' OR 1=1 --"},
    ],
)
def test_what_we_do_not_know_gives_an_empty_feed(client, disc, question):
    assert titles(client, **question) == []


def test_only_public_words_of_the_editors_are_given(client, disc):
    for fields in ({"content_label": "promotional"}, {"content_label": "editorial", "origin": "imported"}):
        ConditionPage.objects.update(**fields)
        assert titles(client, code="M51.26") == []
    ConditionPage.objects.update(origin="written")
    assert titles(client, code="M51.26") == [disc.title]
    PageViewRestriction.objects.create(page=disc, restriction_type="login")
    assert titles(client, code="M51.26") == []


def test_a_withdrawn_page_is_not_given(client, disc):
    disc.unpublish()
    assert titles(client, code="M51.26") == []
    assert titles(client, name="Slipped disc") == []


def test_json_is_given_when_asked_for(client, disc):
    response = ask(client, code="M51.26", kind="application/json")
    feed = response.json()["feed"]
    assert feed["entry"][0]["link"][0]["href"] == f"http://testserver{disc.url}"
    assert feed["entry"][0]["summary"]["_value"] == "What a disc does."
    assert {"scheme": "mainSearchCriteria.v.c", "term": "M51.26"} in feed["category"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90",
        "?mainSearchCriteria.v.dn=" + "x" * 300,
        "?mainSearchCriteria.v.dn=%00",
        "?mainSearchCriteria.v.c=%1b",
        "?informationRecipient.languageCode.c=" + "z" * 600 + "&mainSearchCriteria.v.dn=a",
        "?" + "a=1&" * 1500,
    ],
)
def test_a_broken_question_is_answered_with_the_reason(client, tree, query):
    response = client.get(f"/infobutton{query}")
    assert response.status_code == 400
    assert response.content


def test_bytes_that_are_no_text_do_no_harm(client, disc):
    assert client.get("/infobutton?mainSearchCriteria.v.dn=%ff%fe").status_code in (200, 400)
    assert client.post("/infobutton").status_code == 405


def test_markup_in_a_question_comes_back_escaped(client, tree):
    assert b"<script>" not in ask(client, name="<script>alert(1)</script>").content


def test_the_number_of_queries_does_not_grow(client, tree, django_assert_max_num_queries):
    make_condition(tree.conditions, "Back pain")
    titles(client, name="back pain")
    with django_assert_max_num_queries(14) as few:
        titles(client, name="back pain")
    number = len(few)
    for place in range(4):
        make_condition(tree.conditions, f"Back pain {place}")
    titles(client, name="back pain")
    with django_assert_max_num_queries(number):
        titles(client, name="back pain")
