"""The result page, asked by readers and by attackers."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction
from wagtail.search.backends import get_search_backend

from conditions.models import ConditionName
from pages.models import MissedSearch
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.corpora import naughty

pytestmark = pytest.mark.finding

ATTACKS = [
    *("x" * 10_000, "pain " * 1200, 'a"b', '"open', "a\0b", "NEAR(a b)", "title:disc", "*", "a* OR"),
    *("😀", "……", "' OR 1=1 --", "{title} : x", "a & !b | (c", "癌", "İ" * 300, "\ufdfa" * 500, "%", "_"),
]


def ask(client, text, **more):
    """Give the text (str) of the result page for `text`, without the marks at the words found."""
    page = client.get(reverse("search"), {"q": text, **more}).content.decode()
    return page.replace("<mark>", "").replace("</mark>", "")


@pytest.fixture
def disc(tree):
    """A condition known by several names."""
    page = make_condition(tree.conditions, "Lumbar disc herniation", summary="Tissue presses on a nerve.")
    for name, language in [("slipped disc", "en"), ("腰间突出", "zh-hans"), ("腰椎间盘突出症", "zh-hans")]:
        page.names.add(ConditionName(name=name, language=language))
    page.save()
    return page


@pytest.mark.parametrize(
    "text", ["slipped disc", "Slipped Discs", "腰间突出", "腰椎", "herniation", "yaozhuijianpan", "LDH", "症"]
)
def test_a_condition_is_found_under_each_of_its_names(client, disc, text):
    assert disc.url in ask(client, text)


def test_a_name_that_nobody_confirmed_finds_nothing(client, disc):
    disc.names.add(ConditionName(name="wobblyback", is_confirmed=False))
    disc.save()
    assert "Nothing found" in ask(client, "wobblyback")


def test_a_draft_is_not_found(client, tree):
    make_condition(tree.conditions, "Canaryosis", live=False)
    assert "Nothing found" in ask(client, "canaryosis")


def test_a_page_behind_a_login_is_not_found(client, disc):
    PageViewRestriction.objects.create(page=disc, restriction_type=PageViewRestriction.LOGIN)
    assert "Nothing found" in ask(client, "herniation")


def test_two_characters_anywhere_in_a_chinese_text_are_found(client, chinese_tree):
    article = make_article(chinese_tree.articles, "关于移植", summary="造血干细胞移植的风险与益处")
    for text in ["干细胞", "胞移", "风险", "MRI 干细胞"]:
        assert article.title in ask(client, text)


def test_the_words_found_are_marked(client, disc):
    page = client.get(reverse("search"), {"q": "nerves"}).content.decode()
    assert "<mark>nerve</mark>" in page


def test_markup_in_a_title_and_in_the_question_is_only_text(client, tree):
    make_article(tree.articles, "<script>alert(1)</script> pain")
    assert "<script>alert" not in ask(client, "<script>alert(1)</script> pain")


def test_an_empty_question_explains_how_to_search(client, tree):
    assert "Everyday names work too" in ask(client, "  ")


def test_the_result_page_is_not_for_search_engines(client, tree):
    assert '<meta name="robots" content="noindex">' in ask(client, "disc")


def test_a_filter_by_type_keeps_only_that_type(client, disc, tree):
    article = make_article(tree.articles, "Living with a slipped disc")
    page = ask(client, "slipped disc", type="article")
    assert article.url in page
    assert f'href="{disc.url}"' not in page


def test_a_filter_by_language_keeps_only_that_language(client, disc, chinese_tree):
    chinese = make_condition(chinese_tree.conditions, "MRI 检查")
    make_article(disc.get_parent().get_siblings().get(slug="articles").specific, "MRI of the back")
    page = ask(client, "MRI", language="zh-hans")
    assert chinese.url in page
    assert "MRI of the back" not in page


def test_no_text_makes_the_search_fail(client, disc):
    answers = {text[:40]: client.get(reverse("search"), {"q": text}).status_code for text in ATTACKS}
    assert {text: code for text, code in answers.items() if code != 200} == {}


@pytest.mark.needs("data")
def test_no_text_makes_the_index_fail(disc):
    found = get_search_backend()
    for text in naughty()[::2]:
        list(found.search(text, Page.objects.all(), operator="or")[:10])
        list(found.autocomplete(text, Page.objects.all())[:8])


@pytest.mark.parametrize("name", ["page", "type", "condition", "language"])
def test_nonsense_in_the_address_is_left_out(client, disc, name):
    assert client.get(reverse("search"), {"q": "disc", name: "-1'\"²"}).status_code == 200


def test_the_number_of_queries_does_not_grow_with_results(client, tree):
    def count(number):
        make_article(tree.articles, f"Back pain {number}", summary="Back pain and what helps.")
        ask(client, "back pain")
        with CaptureQueriesContext(connection) as queries:
            ask(client, "back pain")
        return len(queries)

    counts = [count(number) for number in range(1, 9)]
    assert counts[-1] == counts[0]


def test_a_mistyped_word_is_offered_rightly_spelled(client, disc):
    assert "slipped disc</a>" in ask(client, "sliped disc")


def test_what_only_a_draft_says_is_not_offered(client, tree):
    make_condition(tree.conditions, "Canaryosis", live=False)
    assert "canaryosis" not in ask(client, "canaryosys").lower()


def test_a_chinese_name_typed_with_a_wrong_character_is_offered(client, disc):
    assert "腰间突出</a>" in ask(client, "腰间凸出")


def test_what_editors_recommend_stands_first(client, disc):
    SearchPromotion.objects.create(query=Query.get("bad back"), page=disc, description="Start here")
    assert "Start here" in ask(client, "Bad back")


def test_a_search_without_result_is_counted_without_saying_who(client, tree):
    for _time in range(2):
        ask(client, "Wobblyback")
    assert list(MissedSearch.objects.values_list("query", "times")) == [("wobblyback", 2)]


@pytest.mark.parametrize("text", ["jo@example.org", "call 0441234567", "one two three four five six seven"])
def test_what_may_name_a_person_is_not_kept(client, tree, text):
    ask(client, text)
    assert not MissedSearch.objects.exists()


def test_a_name_is_suggested_while_it_is_typed(client, disc):
    for text in ["slip", "lumb", "腰间", "yaojian"]:
        found = client.get(reverse("search-suggestions"), {"q": text}).json()["suggestions"]
        assert [line["url"] for line in found] == [disc.url]


def test_a_suggestion_says_the_name_that_was_typed(client, disc):
    found = client.get(reverse("search-suggestions"), {"q": "slip"}).json()["suggestions"]
    assert (found[0]["text"], found[0]["kind"]) == ("slipped disc", "Condition")


def test_no_text_makes_the_suggestions_fail(client, disc):
    for text in ATTACKS:
        assert client.get(reverse("search-suggestions"), {"q": text}).status_code == 200


@pytest.fixture
def about_discs(disc, tree):
    """A treatment and an article about the condition, and an article about something else."""
    rest = make_treatment(tree.treatments, "Bed rest", summary="Bed rest eases pain.")
    make_option(disc, rest)
    about = make_article(tree.articles, "Sitting without pain", conditions=[disc])
    other = make_article(tree.articles, "Headache and pain")
    return SimpleNamespace(treatment=rest, article=about, other=other)


def test_a_search_is_narrowed_to_a_condition(client, disc, about_discs):
    page = ask(client, "pain", condition=disc.slug)
    assert about_discs.article.url in page
    assert about_discs.treatment.url in page
    assert about_discs.other.url not in page


def test_the_conditions_of_what_was_found_are_offered_with_their_number(client, disc, about_discs):
    page = " ".join(ask(client, "pain").split())
    assert 'condition=lumbar-disc-herniation">Lumbar disc herniation <span class="count">2</span>' in page


def test_a_condition_is_offered_in_the_language_of_the_reader(client, disc, chinese_tree, about_discs):
    twin = disc.copy_for_translation(chinese_tree.home.locale)
    twin.title = "腰椎间盘突出症"
    twin.save_revision().publish()
    page = client.get("/zh-hans/search/", {"q": "pain"}).content.decode()
    assert "腰椎间盘突出症 <span" in " ".join(page.split())


def test_a_condition_that_does_not_exist_leaves_nothing_but_a_way_back(client, about_discs):
    page = ask(client, "pain", condition="no-such-thing")
    assert "Search in all types, conditions and languages" in page


def test_an_article_is_found_under_the_lay_names_of_its_condition(client, about_discs):
    assert about_discs.article.url in ask(client, "腰间突出")


def test_the_condition_itself_comes_before_articles_that_are_about_it(client, disc, about_discs):
    page = ask(client, "Lumbar disc herniation")
    assert page.index(f'href="{disc.url}"') < page.index(f'href="{about_discs.article.url}"')


def test_a_condition_is_found_by_what_it_says_of_a_treatment(client, disc, tree):
    make_option(disc, make_treatment(tree.treatments, "Rest"), risks="<p>Muscles dwindle.</p>")
    disc.save()
    assert disc.url in ask(client, "dwindle")


def test_what_the_reader_can_read_comes_first(client, disc, chinese_tree):
    twin = disc.copy_for_translation(chinese_tree.home.locale)
    twin.save_revision().publish()
    for address, first, second in (("/search/", disc, twin), ("/zh-hans/search/", twin, disc)):
        page = client.get(address, {"q": "slipped disc"}).content.decode()
        assert page.index(f'href="{first.url}"') < page.index(f'href="{second.url}"')


def test_translations_of_a_page_are_suggested_once_in_the_readers_language(client, disc, chinese_tree):
    twin = disc.copy_for_translation(chinese_tree.home.locale)
    twin.save_revision().publish()
    for address, page in (("/search/", disc), ("/zh-hans/search/", twin)):
        found = client.get(f"{address}suggestions/", {"q": "slip"}).json()["suggestions"]
        assert [line["url"] for line in found] == [page.url]
