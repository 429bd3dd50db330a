"""Each rule of the gate at its limit."""

import pytest

from articles.models import ArticlePage
from editorial.citations.markup import citation
from editorial.gate import problems, rule
from editorial.models import Contribution, MedicalPage, PageSource
from tests.articles.factories import make_article
from tests.editorial.factories import make_contributor, make_source


@pytest.fixture
def article(tree):
    return make_article(tree.articles, live=False)


def broken(page, stage="publish"):
    """Give the names of the rules that stop the page."""
    return {problem.rule for problem in problems(page, stage) if problem.blocks}


def text(html):
    return [("paragraph", f"<p>{html}</p>")]


def test_a_plain_written_page_passes(article):
    assert broken(article) == set()


@pytest.mark.parametrize("stage", ["submit", "publish"])
def test_a_proposed_title_stops_submission_and_publication(article, stage):
    article.title_status = ArticlePage.TitleStatus.PROPOSED
    assert broken(article, stage) == {"title_is_confirmed"}


def test_an_unconfirmed_label_stops_the_page(article):
    article.label_confirmed = False
    assert broken(article) == {"label_is_confirmed"}


def test_submitting_an_import_asks_less_than_publishing_it(article):
    article.origin = ArticlePage.Origin.IMPORTED
    assert broken(article, "submit") == set()
    assert broken(article) == {
        "imported_text_has_author",
        "imported_text_was_reviewed",
        "imported_text_has_sources",
    }


def test_a_name_in_the_source_is_no_author(article):
    article.origin = ArticlePage.Origin.IMPORTED
    article.contributions.add(Contribution(name_in_source="Somebody", role="author"))
    assert "imported_text_has_author" in broken(article)


def test_an_author_with_profile_and_a_source_settle_an_import_but_for_the_review(article, tree):
    article.origin = ArticlePage.Origin.IMPORTED
    article.contributions.add(Contribution(contributor=make_contributor(tree.people), role="author"))
    article.page_sources.add(PageSource(source=make_source()))
    assert broken(article) == {"imported_text_was_reviewed"}


@pytest.mark.parametrize(
    ("types", "stopped"), [(["encyclopedia"], True), (["encyclopedia", "guideline"], False)]
)
def test_encyclopedias_alone_are_not_enough(article, types, stopped):
    article.body = text(" ".join(citation(make_source(kind, type=kind).pk) for kind in types))
    assert ("sources_go_beyond_encyclopedias" in broken(article)) is stopped


@pytest.mark.parametrize(("label", "stopped"), [("editorial", True), ("provider_claims", False)])
def test_a_provider_speaks_only_under_a_label(article, tree, label, stopped):
    seller = make_contributor(tree.people, "A clinic", commercial_interest=True)
    article.contributions.add(Contribution(contributor=seller, role="quoted"))
    article.content_label = label
    assert ("provider_is_labelled" in broken(article)) is stopped


@pytest.mark.parametrize(
    ("html", "stopped"),
    [
        ("This tea cures arthritis.", True),
        ("This tea does not cure arthritis.", False),
        ("It is a myth that this tea cures arthritis.", False),
        ("这种茶可以根治关节炎。", True),
        ("这种茶不能根治关节炎。", False),
    ],
)
def test_a_claim_of_cure_stops_the_page(article, html, stopped):
    article.body = text(html)
    assert ("claims_are_settled" in broken(article)) is stopped


def test_a_study_without_citation_stops_the_page_and_a_citation_settles_it(article):
    article.body = text("A systematic review found that it helps.")
    assert broken(article) == {"claims_are_settled"}
    article.body = text(f"A systematic review found that it helps{citation(make_source().pk)}.")
    assert broken(article) == set()


@pytest.mark.parametrize(("label", "stopped"), [("editorial", True), ("promotional", False)])
def test_promotion_is_allowed_under_its_label_only(article, label, stopped):
    article.content_label = label
    article.body = text("Book an appointment with our specialists today.")
    assert ("promotion_is_labelled" in broken(article)) is stopped


def test_a_house_can_turn_a_rule_into_advice(article, settings):
    settings.GATE_SEVERITY = {"title_is_confirmed": "warn"}
    article.title_status = ArticlePage.TitleStatus.PROPOSED
    assert broken(article) == set()


def test_a_translation_keeps_the_label(article, chinese_tree):
    translation = article.copy_for_translation(chinese_tree.articles.locale)
    translation.content_label = "promotional"
    assert "translation_keeps_label" in broken(translation)


def test_a_second_rule_of_one_name_never_replaces_the_first():
    def title_is_confirmed(page):
        yield "never asked"

    with pytest.raises(ValueError, match="Two rules"):
        rule(MedicalPage, "Again")(title_is_confirmed)
