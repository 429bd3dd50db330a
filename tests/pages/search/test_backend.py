"""The backend behind Wagtail's search API."""

import pytest
from django.core.management import call_command
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Not, Phrase, PlainText

from conditions.models import ConditionPage
from pages.models import SearchTerm
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

pytestmark = pytest.mark.finding


def titles(query, **more):
    """Give the titles (list of str) found among all pages."""
    return [page.title for page in get_search_backend().search(query, Page.objects.all(), **more)]


@pytest.fixture
def pages(tree):
    """Three pages about backs and one about feet."""
    make_condition(tree.conditions, "Back pain", summary="Pain in the lower back.")
    make_article(tree.articles, "Sitting well", summary="A chair for a back without pain.")
    make_article(tree.articles, "Walking", summary="Good for the back.")
    make_article(tree.articles, "Feet", summary="Shoes.")
    return tree


def test_a_name_counts_more_than_a_text(pages):
    assert titles("back pain", operator="or")[0] == "Back pain"


def test_all_words_must_be_there_unless_one_is_enough(pages):
    assert "Walking" not in titles("back pain")
    assert "Walking" in titles("back pain", operator="or")


@pytest.mark.parametrize("query", [PlainText("back pain"), Phrase("back pain"), And([PlainText("back")])])
def test_queries_of_the_search_api_are_understood(pages, query):
    assert "Back pain" in titles(query)


def test_everything_can_be_asked_for(pages):
    assert set(titles(MATCH_ALL)) == set(Page.objects.values_list("title", flat=True))


def test_what_is_not_supported_says_so(pages):
    with pytest.raises(NotImplementedError):
        titles(Not(PlainText("back")))


def test_results_can_keep_the_order_of_the_queryset(pages):
    found = get_search_backend().search("back", Page.objects.order_by("title"), order_by_relevance=False)
    assert [page.title for page in found] == ["Back pain", "Sitting well", "Walking"]


def test_a_model_can_be_searched_alone(pages):
    assert [page.title for page in get_search_backend().search("back", ConditionPage)] == ["Back pain"]


def test_results_can_be_counted_sliced_and_counted_by_field(pages):
    found = get_search_backend().search("back", Page.objects.all())
    assert (len(found), found.count(), len(found[:2]), found[1:].count()) == (3, 3, 2, 2)
    assert sum(found.facet("content_type_id").values()) == 3


def test_scores_can_be_asked_for(pages):
    found = get_search_backend().search("back", Page.objects.all()).annotate_score("relevance")
    assert [page.relevance for page in found] == sorted((page.relevance for page in found), reverse=True)


def test_half_a_word_is_completed(pages):
    found = get_search_backend().autocomplete("walk", Page.objects.all())
    assert [page.title for page in found] == ["Walking"]


def test_words_are_counted_as_pages_come_and_go(pages):
    assert SearchTerm.objects.get(term="shoe").documents == 1
    Page.objects.get(title="Feet").delete()
    assert SearchTerm.objects.get(term="shoe").documents == 0


def test_counting_anew_finds_the_same_numbers(pages):
    call_command("update_index", verbosity=0)
    make_article(pages.articles, "One more", summary="Shoes and back pain.")
    before = dict(SearchTerm.objects.values_list("term", "documents"))
    call_command("update_index", verbosity=0)
    assert dict(SearchTerm.objects.values_list("term", "documents")) == before


def test_a_changed_page_is_found_by_its_new_words_only(pages):
    page = Page.objects.get(title="Feet").specific
    page.summary = "Sandals."
    page.save_revision().publish()
    assert (titles("shoes"), titles("sandals")) == ([], ["Feet"])


def test_pages_alike_share_telling_words(pages):
    page = Page.objects.get(title="Back pain").specific
    likes = get_search_backend().like(page, Page.objects.all(), 2)
    assert Page.objects.get(pk=likes[0].key).title == "Sitting well"


def test_the_admin_finds_what_holds_quotes_and_chinese(admin_client, pages):
    make_article(pages.articles, "腰痛与姿势")
    for text in ['a"b', "腰痛", "姿势"]:
        assert admin_client.get("/admin/pages/search/", {"q": text}).status_code == 200
    assert "腰痛与姿势" in admin_client.get("/admin/pages/search/", {"q": "姿势"}).content.decode()
