"""The result page, asked by readers and by attackers."""

import json
from pathlib import Path

import pytest
from django.urls import reverse

from conditions.models import ConditionName
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

NAUGHTY = Path(__file__).parents[4] / "shared" / "data" / "bad_input" / "blns.json"


def ask(client, text, **more):
    """Give the response (HttpResponse) to a search for `text`."""
    return client.get(reverse("search"), {"q": text, **more})


@pytest.fixture
def disc(tree):
    """A condition known by several names."""
    page = make_condition(
        tree.conditions, "Lumbar disc herniation", summary="Disc tissue presses on a nerve."
    )
    for name, language in [("slipped disc", "en"), ("腰间突出", "zh-hans"), ("腰椎间盘突出症", "zh-hans")]:
        page.names.add(ConditionName(name=name, language=language))
    page.save()
    return page


@pytest.mark.parametrize(
    "text", ["slipped disc", "Slipped Discs", "腰间突出", "腰椎", "herniation", "yaozhuijianpan"]
)
def test_a_condition_is_found_under_each_of_its_names(client, disc, text):
    assert disc.url in ask(client, text).content.decode()


@pytest.mark.django_db
def test_a_draft_is_not_found(client, tree):
    make_condition(tree.conditions, "Canaryosis", live=False)
    assert "Nothing found" in ask(client, "canaryosis").content.decode()


def test_two_characters_anywhere_in_a_chinese_text_are_found(client, chinese_tree):
    article = make_article(chinese_tree.articles, "关于移植", summary="造血干细胞移植的风险与益处")
    for text in ["干细胞", "胞移", "风险", "MRI 干细胞"]:
        assert article.title in ask(client, text).content.decode().replace("<mark>", "").replace(
            "</mark>", ""
        )


def test_the_words_found_are_marked(client, disc):
    assert "<mark>nerve</mark>" in ask(client, "nerves").content.decode()


def test_an_empty_question_explains_how_to_search(client, tree):
    assert "Everyday names work too" in ask(client, "  ").content.decode()


def test_the_result_page_is_not_for_search_engines(client, tree):
    assert '<meta name="robots" content="noindex">' in ask(client, "disc").content.decode()


def test_a_filter_by_type_keeps_only_that_type(client, disc, tree):
    article = make_article(tree.articles, "Living with a slipped disc")
    page = ask(client, "slipped disc", type="article").content.decode()
    assert article.url in page and f'href="{disc.url}"' not in page


def test_no_text_makes_the_search_fail(client, disc):
    if not NAUGHTY.exists():
        pytest.skip(f"{NAUGHTY} is not here")
    texts = json.loads(NAUGHTY.read_text())
    extra = [
        "x" * 10_000,
        "pain " * 1200,
        'a"b',
        '"open',
        "a\0b",
        "NEAR(a b)",
        "title:disc",
        "*",
        "a* OR",
        "😀",
        "……",
    ]
    failed = [text[:40] for text in [*texts, *extra] if ask(client, text).status_code != 200]
    assert failed == []


@pytest.mark.parametrize("name", ["page", "type", "language"])
def test_nonsense_in_the_address_is_left_out(client, disc, name):
    assert ask(client, "disc", **{name: "-1'\"²"}).status_code == 200


def test_the_number_of_queries_does_not_grow_with_results(client, tree, django_assert_max_num_queries):
    for number in range(12):
        make_article(tree.articles, f"Back pain {number}", summary="Back pain and what helps.")
    with django_assert_max_num_queries(30):
        ask(client, "back pain")
