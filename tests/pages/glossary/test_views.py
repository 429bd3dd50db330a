"""The glossary has a page of its own in each language, and a place in the admin."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from pages.glossary.listing import by_letter
from pages.glossary.matching import Known
from pages.models import GlossaryTerm
from tests.editorial.factories import make_user
from tests.pages.asking import html_of

from .factories import make_term


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


def test_it_lists_the_words_of_its_language(client, chinese_tree):
    term = make_term()
    make_term("纤维环", "", "椎间盘的外圈。", "zh-hans")
    english, chinese = html_of(client, "/glossary/"), html_of(client, "/zh-hans/glossary/")
    assert (
        f'<div id="term-{term.pk}"><dt>cartilage</dt><dd>The smooth cover of a joint.</dd></div>' in english
    )
    assert "纤维环" not in english
    assert '<h2 id="letter-x">X</h2>' in chinese


def test_without_words_it_says_so(client, tree):
    assert "No word is explained here yet." in html_of(client, "/glossary/")


def test_letters_are_in_order_with_signs_last():
    terms = [Known(1, word, (word,), "") for word in ("5-HT", "bone", "软骨", "Acute")]
    assert [letter for letter, _terms in by_letter(terms)] == ["A", "B", "R", "#"]


def test_long_lists_are_paged(client, tree, monkeypatch):
    monkeypatch.setattr("pages.glossary.views.A_PAGE", 2)
    for word in ("bone", "cartilage", "disc"):
        make_term(word)
    assert "<dt>disc</dt>" not in html_of(client, "/glossary/")
    assert "<dt>disc</dt>" in html_of(client, "/glossary/?page=2")


def test_an_editor_adds_a_word(client, tree):
    client.force_login(make_user("editor", "Editors"))
    address = reverse("wagtailsnippets_pages_glossaryterm:add")
    words = {"term": "cartilage", "other_forms": "", "explanation": "The smooth cover of a joint."}
    client.post(address, words)
    assert GlossaryTerm.objects.get().term == "cartilage"


def test_a_moderator_does_not_keep_the_glossary(client, tree):
    client.force_login(make_user("moderator", "Moderators"))
    assert client.get(reverse("wagtailsnippets_pages_glossaryterm:add")).status_code == 302
