"""One JSON-LD object a page, from what readers see, in the words of schema.org."""

import json
import re
from datetime import date

import pytest

from conditions.models import ConditionCode, ConditionName
from editorial.citations.markup import citation
from editorial.models import ContentLabel, Contribution, Review
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.editorial.factories import make_contributor, make_source

from . import vocabulary
from .asking import html_of
from .factories import make_picture, make_standard_page, paragraph, stream

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data_of(client, address):
    """Give the only JSON-LD object at `address`, None where there is none."""
    found = SCRIPT.findall(html_of(client, address))
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


@pytest.fixture
def disc(tree):
    """A condition with a name, a code, a cited source, a treatment and an author."""
    source = make_source("Discs", doi="10.1000/1", type="trial")
    page = make_condition(
        tree.conditions,
        summary="What a disc does.",
        picture=make_picture(),
        overview=stream(paragraph(f"<p>It slips {citation(source.pk)}.</p>")),
    )
    ConditionName.objects.create(page=page, name="Slipped disc")
    ConditionCode.objects.create(page=page, system="icd10cm", code="M51.26", label="Other displacement")
    make_option(page, make_treatment(tree.treatments), stages=[("any", "low")])
    make_option(page, make_treatment(tree.treatments, "Stem cells"), group="emerging")
    author = make_contributor(tree.people, credentials="MD", verified_until=date(2199, 1, 1))
    Contribution.objects.create(page=page, contributor=author)
    return page


def review(page, people):
    doctor = make_contributor(people, "Dr Lin")
    page.last_reviewed_on, page.last_reviewed_by = date(2026, 5, 12), doctor
    page.save()
    return doctor


@pytest.mark.needs("data")
def test_every_page_type_uses_only_words_of_schema_org(client, tree, disc):
    tag, question = {"tags": ["Backs"]}, {"format": "question", "summary": "No.", "question": "Does it?"}
    article = make_article(tree.articles, conditions=[disc], **tag)
    Contribution.objects.create(page=article, contributor=disc.contributions.get().contributor)
    Review.objects.create(page=disc, reviewer=review(disc, tree.people), outcome="approved")
    asked = make_article(tree.articles, "Is it safe?", **question)
    treatment = disc.treatment_options.first().treatment
    pages = [*vars(tree).values(), disc, treatment, article, asked, make_standard_page(tree.home)]
    pages.append(disc.contributions.get().contributor)
    for page in pages:
        assert vocabulary.problems(data_of(client, page.get_url())) == []


@pytest.mark.needs("data")
def test_the_vocabulary_test_can_fail():
    wrong = {"@type": "MedicalWebPage", "about": [{"@type": "MedicalCondition", "lastReviewed": "2026"}]}
    assert vocabulary.problems(wrong) == ["MedicalCondition has no lastReviewed"]
    assert vocabulary.problems({"@type": "Illness"}) == ["no type Illness"]


def test_a_condition_page_says_what_readers_see(client, disc):
    data = data_of(client, disc.url)
    about = data["about"]
    assert (data["@type"], about["@type"], about["name"]) == (
        "MedicalWebPage",
        "MedicalCondition",
        disc.title,
    )
    assert about["alternateName"] == ["Slipped disc"]
    assert about["code"][0]["codeValue"] == "M51.26"
    assert about["code"][0]["codingSystem"] == "ICD-10-CM"
    assert data["citation"][0]["url"] == "https://doi.org/10.1000/1"
    assert data["author"][0]["hasCredential"]["name"] == "MD"
    steps = [step["item"] for step in data["breadcrumb"]["itemListElement"]]
    assert steps == ["http://testserver/", "http://testserver/conditions/", f"http://testserver{disc.url}"]


def test_only_established_treatments_are_possible_treatments(client, disc):
    names = [item["name"] for item in data_of(client, disc.url)["about"]["possibleTreatment"]]
    assert names == ["Physiotherapy"]


def test_a_reviewer_is_named_only_after_a_completed_review(client, tree, disc):
    doctor = review(disc, tree.people)
    Review.objects.create(page=disc, reviewer=doctor, outcome="changes")
    assert not {"reviewedBy", "lastReviewed"} & data_of(client, disc.url).keys()
    Review.objects.create(page=disc, reviewer=doctor, outcome="approved")
    data = data_of(client, disc.url)
    assert (data["reviewedBy"]["name"], data["lastReviewed"]) == ("Dr Lin", "2026-05-12")


@pytest.mark.parametrize("label", [label for label in ContentLabel.values if label != "editorial"])
def test_only_the_editors_own_pages_are_called_medical(client, tree, disc, label):
    disc.content_label = label
    disc.save()
    Review.objects.create(page=disc, reviewer=review(disc, tree.people), outcome="approved")
    assert "Medical" not in json.dumps(data_of(client, disc.url))
    article = make_article(tree.articles, conditions=[disc], content_label=label)
    assert "Medical" not in json.dumps(data_of(client, article.url))


def test_what_was_paid_for_is_called_so(client, tree):
    article = make_article(tree.articles, content_label="promotional")
    assert data_of(client, article.url)["mainEntity"]["@type"] == "AdvertiserContentArticle"


def test_an_imported_text_before_its_review_is_not_called_medical(client, disc):
    type(disc).objects.update(origin="imported")
    assert data_of(client, disc.url)["@type"] == "WebPage"


def test_an_article_is_the_main_entity_of_its_page(client, tree, disc):
    data = data_of(client, make_article(tree.articles, conditions=[disc]).url)
    assert data["mainEntity"]["@type"] == "Article"
    assert [item["name"] for item in data["about"]] == [disc.title]


def test_a_question_is_a_page_of_one_question_and_its_answer(client, tree):
    page = make_article(tree.articles, "能治好吗？", format="question", summary="不能。", question="髋痛三年")
    entity = data_of(client, page.url)["mainEntity"]
    assert entity["@type"] == "FAQPage"
    assert entity["mainEntity"][0]["name"] == "能治好吗？"
    assert entity["mainEntity"][0]["acceptedAnswer"]["text"] == "不能。"


def test_a_title_cannot_leave_the_script_element(client, tree):
    title = '</script><script>alert(1)</script><!-- & "quoted" \u2028'
    page = make_standard_page(tree.home, title, slug="evil")
    assert data_of(client, page.url)["name"] == page.title


def test_a_contributor_is_a_person_whose_credentials_count_while_verified(client, tree):
    person = make_contributor(tree.people, credentials="MD", verified_until=date(2020, 1, 1))
    data = data_of(client, person.url)
    assert (data["@type"], data["mainEntity"]["@type"]) == ("ProfilePage", "Person")
    assert "hasCredential" not in data["mainEntity"]
    team = make_contributor(tree.people, "The desk", kind="team")
    assert data_of(client, team.url)["mainEntity"]["@type"] == "Organization"


def test_addresses_that_are_no_page_say_nothing(client, tree):
    make_article(tree.articles, tags=["Disc"])
    assert data_of(client, "/search/?q=disc") is None
    assert data_of(client, "/articles/topics/disc/") is None


def test_a_chinese_page_says_that_it_is_chinese(client, chinese_tree):
    page = make_condition(chinese_tree.conditions, "腰椎间盘突出")
    data = data_of(client, page.url)
    assert (data["inLanguage"], data["about"]["name"]) == ("zh-Hans", "腰椎间盘突出")


def test_no_query_for_each_treatment_code_and_name(client, tree, disc, django_assert_max_num_queries):
    client.get(disc.url)
    with django_assert_max_num_queries(90) as few:
        client.get(disc.url)
    number = len(few)
    for place in range(5):
        make_option(disc, make_treatment(tree.treatments, f"Treatment {place}"), stages=[("any", "low")])
        ConditionCode.objects.create(page=disc, system="mesh", code=f"D{place}")
        ConditionName.objects.create(page=disc, name=f"Name {place}")
    client.get(disc.url)
    with django_assert_max_num_queries(number):
        client.get(disc.url)
