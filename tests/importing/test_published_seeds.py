"""What readers find once the source pages are public: S2-5, S4-9, SX-2, and the claims the gate stops."""

import pytest

from articles.models import ArticlePage
from articles.related import related_articles
from articles.related.tasks import relate_soon
from editorial.claims import open_claims
from editorial.gate import registry

from .conftest import seed_article

pytestmark = pytest.mark.usefixtures("imported", "db")


@pytest.fixture
def public(settings):
    """The five articles and their conditions, public: every rule of the gate only warns here."""
    settings.GATE_SEVERITY = dict.fromkeys(registry._rules, "warn")
    articles = [seed_article(number) for number in range(5)]
    for page in [*{article.conditions.get() for article in articles}, *articles]:
        page.get_latest_revision().publish()
    for article in articles:
        relate_soon(article)
    return [ArticlePage.objects.get(pk=article.pk) for article in articles]


@pytest.mark.parametrize("words", ["腰间突出", "slipped disc"])
def test_s4_9_both_names_find_the_page(client, public, words):
    html = client.get("/search/", {"q": words}).content.decode()
    assert public[4].url in html


def test_sx_2_the_same_condition_comes_before_the_same_treatment(public):
    found = [page.pk for page in related_articles(public[4], ArticlePage.objects.live())]
    order = [public.index(page) for page in public if page.pk in found]
    by_place = sorted(order, key=lambda number: found.index(public[number].pk))
    assert set(by_place[:2]) == {2, 3}
    assert 1 in by_place


def test_the_title_keeps_its_language_on_page_and_list(client, public):
    html = client.get(public[4].url).content.decode()
    assert 'lang="zh-Hans"' in html
    listed = client.get("/articles/").content.decode().replace("<wbr>", "")
    assert "干细胞治疗腰间突出" in listed


@pytest.mark.parametrize(
    ("number", "rules"),
    [
        (1, {"certainty", "reverse", "root_cause"}),
        (2, {"own_service", "rhetorical_cure"}),
        (4, {"citation", "safe"}),
    ],
)
def test_the_linter_names_what_the_source_page_overstates(number, rules):
    draft = seed_article(number).get_latest_revision_as_object()
    assert rules <= {hit.rule for hit in open_claims(draft)}


def test_s0_7_an_import_is_refused_with_its_reasons():
    names = {problem.rule for problem in registry.problems(seed_article(0), hard_only=True)}
    assert {
        "imported_text_has_author",
        "imported_text_was_reviewed",
        "imported_text_has_sources",
        "imported_treatments_are_graded",
    } <= names


def test_m2_the_emerging_treatment_of_001_lacks_grade_and_source():
    reasons = " ".join(problem.message for problem in registry.problems(seed_article(1), hard_only=True))
    for lacking in ("has no grade of evidence", "has no primary source", "names no risks"):
        assert lacking in reasons
