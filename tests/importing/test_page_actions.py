"""Titles, their language and addresses of imported drafts."""

import pytest

from articles.models import ArticlePage
from importing.pipeline import Refused
from importing.services import (
    begin_translation,
    confirm_title,
    keep_title,
    translate_title,
    use_plain_address,
)
from tests.articles.factories import make_article

from .factories import CHINESE_TITLE, import_text
from .samples import ONE_LINE


@pytest.fixture
def mixed(tree):
    """A file with a Chinese title over an English text."""
    return import_text(CHINESE_TITLE)


def fresh(file):
    return ArticlePage.objects.get(pk=file.page_id)


def test_the_language_waits_for_a_decision(mixed):
    assert (mixed.language_decision, mixed.page.title_language) == ("", "zh-hans")


def test_a_proposed_title_can_be_confirmed_with_other_words(tree):
    file = import_text(ONE_LINE)
    confirm_title(file, user=None, title="Swimming with knee arthritis")
    assert (fresh(file).title, fresh(file).needs_title) == ("Swimming with knee arthritis", False)


def test_a_translated_title_is_in_the_language_of_the_page(mixed):
    translate_title(mixed, title="Swimming for knee pain", user=None)
    assert (fresh(mixed).title, fresh(mixed).title_language) == ("Swimming for knee pain", "")
    assert mixed.language_decision == "translated"


def test_an_empty_translation_is_refused(mixed):
    with pytest.raises(Refused):
        translate_title(mixed, title=" ", user=None)


def test_a_kept_title_keeps_its_language(mixed):
    keep_title(mixed, user=None)
    assert (fresh(mixed).title_language, mixed.language_decision) == ("zh-hans", "kept")


def test_a_page_in_the_language_of_the_title_is_begun(chinese_tree):
    file = import_text(CHINESE_TITLE)
    copy = begin_translation(file, user=None)
    assert (copy.get_parent().specific, copy.live) == (chinese_tree.articles, False)
    assert (copy.title, copy.title_language, copy.body_language) == ("游泳治疗膝盖痛", "", "en")
    assert copy.translation_key == file.page.translation_key


def test_a_second_translation_is_refused(chinese_tree):
    file = import_text(CHINESE_TITLE)
    begin_translation(file, user=None)
    with pytest.raises(Refused):
        begin_translation(file, user=None)


def test_a_site_without_that_language_says_so(mixed):
    with pytest.raises(Refused, match="no pages in the language"):
        begin_translation(mixed, user=None)


def test_the_plain_address_is_taken_on_request(mixed):
    use_plain_address(mixed, user=None)
    assert fresh(mixed).slug == "youyongzhiliaoxigaitong"
    assert mixed.ascii_slug == ""


def test_an_address_in_use_is_refused(mixed, tree):
    make_article(tree.articles, "Other", slug=mixed.ascii_slug)
    with pytest.raises(Refused):
        use_plain_address(mixed, user=None)
