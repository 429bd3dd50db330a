"""What the head of a page says to search engines and to whoever shares its address."""

import re
from html import unescape

import pytest

from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

from .asking import html_of
from .factories import make_picture, make_standard_page


def heads(client, address):
    """Give {name or property: content} of the meta elements at `address`, and "canonical"."""
    html = html_of(client, address)
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html)
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
    assert len(canonical) <= 1
    return {name: unescape(value) for name, value in found} | {"canonical": "".join(map(unescape, canonical))}


def test_the_description_is_the_summary_unless_an_editor_wrote_one(client, tree):
    page = make_condition(tree.conditions, summary="What a <slipped> disc is.")
    assert heads(client, page.url)["description"] == "What a <slipped> disc is."
    page.search_description = "Slipped disc, explained."
    page.save()
    said = heads(client, page.url)
    assert said["description"] == said["og:description"] == "Slipped disc, explained."


def test_the_canonical_address_is_whole_and_without_parameters_of_others(client, tree):
    page = make_standard_page(tree.home)
    assert heads(client, f"{page.url}?utm_source=mail")["canonical"] == "http://testserver/privacy/"


@pytest.mark.parametrize(
    ("query", "kept"), [("page=2", "?page=2"), ("page=1", ""), ("page=%22%3E", ""), ("format=article", "")]
)
def test_each_page_of_a_list_has_its_own_canonical_address(client, tree, query, kept):
    for number in range(30):
        make_article(tree.articles, f"Article {number}")
    assert heads(client, f"/articles/?{query}")["canonical"] == f"http://testserver/articles/{kept}"


def test_an_alias_names_its_source_as_canonical(client, tree):
    page = make_standard_page(tree.home)
    alias = page.create_alias(parent=tree.home, update_slug="privacy-too")
    assert heads(client, alias.url)["canonical"] == "http://testserver/privacy/"


def test_a_page_with_a_picture_is_shared_with_it(client, tree):
    picture = make_picture(description="A hip joint")
    said = heads(client, make_condition(tree.conditions, picture=picture).url)
    assert said["og:image"].startswith("http://testserver/media/images/")
    assert said["og:image"].endswith(".jpg")
    assert (said["og:image:alt"], said["twitter:card"]) == ("A hip joint", "summary_large_image")


def test_a_page_whose_picture_file_is_gone_is_shared_without(client, tree):
    picture = make_picture()
    picture.file.storage.delete(picture.file.name)
    said = heads(client, make_condition(tree.conditions, picture=picture).url)
    assert "og:image" not in said
    assert said["twitter:card"] == "summary"


def test_the_head_of_a_chinese_page_says_its_language(client, chinese_tree):
    said = heads(client, "/zh-hans/conditions/")
    assert (said["og:locale"], said["og:title"]) == ("zh_CN", "病症")
    assert said["canonical"] == "http://testserver/zh-hans/conditions/"


def test_a_topic_has_an_address_of_its_own_but_not_the_lists_words(client, tree):
    make_article(tree.articles, tags=["Disc"])
    said = heads(client, "/articles/topics/disc/")
    assert said["canonical"] == "http://testserver/articles/topics/disc/"
    assert "og:title" not in said


def test_an_address_that_is_no_page_names_no_canonical_address(client, tree):
    assert heads(client, "/search/?q=hip")["canonical"] == ""


def test_a_page_seen_before_costs_no_query_for_its_share_picture(client, tree, django_assert_max_num_queries):
    page = make_condition(tree.conditions)
    client.get(page.url)
    with django_assert_max_num_queries(60) as few:
        client.get(page.url)
    without = len(few)
    page.picture = make_picture()
    page.save()
    client.get(page.url)
    with django_assert_max_num_queries(without + 2):
        client.get(page.url)
