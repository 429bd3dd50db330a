"""The A to Z of conditions."""

import re

import pytest

from conditions.models import ConditionName
from tests.pages.asking import html_of, queries_of

from .factories import make_condition


def add_name(condition, name, language="en", **fields):
    return ConditionName.objects.create(page=condition, name=name, language=language, **fields)


def section_of(html, letter):
    start = html.index(f'aria-labelledby="letter-{letter}"')
    return html[start:].split("</section>")[0]


def test_a_lay_name_points_to_the_preferred_one(client, tree):
    add_name(make_condition(tree.conditions, "Lumbar disc herniation"), "Slipped disc", kind="lay")
    entry = section_of(html_of(client, "/conditions/"), "s")
    assert re.search(r'href="/conditions/lumbar-disc-herniation/">Slipped disc <small>', entry)
    assert "see Lumbar disc herniation" in entry


def test_letters_without_entries_are_no_links(client, tree):
    make_condition(tree.conditions, "Gout")
    html = html_of(client, "/conditions/")
    assert 'href="#letter-g"' in html
    assert '<span aria-hidden="true">H</span>' in html


def test_an_unconfirmed_name_and_a_draft_are_not_listed(client, tree):
    add_name(make_condition(tree.conditions, "Gout"), "Rich man's toe", is_confirmed=False)
    make_condition(tree.conditions, "Scurvy", live=False)
    html = html_of(client, "/conditions/")
    assert "toe" not in html
    assert "Scurvy" not in html


def test_names_in_another_language_stay_out_of_the_list(client, tree):
    add_name(make_condition(tree.conditions, "Gout"), "痛风", language="zh-hans")
    assert "痛风" not in html_of(client, "/conditions/")


def test_chinese_conditions_are_grouped_by_pinyin(client, chinese_tree):
    condition = make_condition(chinese_tree.conditions, "腰椎间盘突出症", slug="yao")
    add_name(condition, "腰间突出", language="zh-hans")
    entry = section_of(html_of(client, "/zh-hans/conditions/"), "y")
    assert "腰椎间盘突出症" in entry
    assert "腰间突出" in entry


def test_an_empty_list_says_so(client, tree):
    assert "No condition here yet." in html_of(client, "/conditions/")


def test_a_long_list_shows_one_letter_a_page(client, tree, monkeypatch):
    monkeypatch.setattr("conditions.az.ONE_PAGE", 3)
    for title in ("Asthma", "Acne", "Gout", "Measles"):
        make_condition(tree.conditions, title)
    assert "Asthma" in html_of(client, "/conditions/")
    gout = html_of(client, "/conditions/?letter=g")
    assert "Gout" in gout
    assert "Asthma" not in gout


def test_one_letter_of_a_long_list_is_paginated(client, tree, monkeypatch):
    monkeypatch.setattr("conditions.az.ONE_PAGE", 2)
    for title in ("Aa", "Ab", "Ac"):
        make_condition(tree.conditions, title)
    second = html_of(client, "/conditions/?letter=A&page=2")
    assert ">Ac<" in second
    assert ">Aa<" not in second


@pytest.mark.parametrize("query", ["letter=%00", "letter=xyz", "page=0", "page=x", "letter=&page=99"])
def test_a_senseless_address_still_gives_a_list(client, tree, monkeypatch, query):
    monkeypatch.setattr("conditions.az.ONE_PAGE", 1)
    make_condition(tree.conditions, "Gout")
    make_condition(tree.conditions, "Acne")
    assert "Acne" in html_of(client, f"/conditions/?{query}")


def test_queries_do_not_grow_with_conditions(client, tree):
    def add(numbers):
        for number in numbers:
            add_name(make_condition(tree.conditions, f"Condition {number}"), f"Other {number}")

    add(range(2))
    few = queries_of(client, "/conditions/")
    add(range(2, 14))
    assert queries_of(client, "/conditions/") == few
