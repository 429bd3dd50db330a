"""The linter on a page."""

import pytest
from django.utils.translation import override

from articles.models import ArticlePage
from editorial.claims import check_page, current_rulebook, open_claims

from .pages import CURE, PARAGRAPH, article_with, paragraph


def test_a_claim_is_found_where_it_stands(tree):
    (hit,) = open_claims(article_with(tree, f"<p>Fine.</p><p>{CURE}</p>"))
    assert (hit.rule, hit.place, hit.line) == ("cure", f"body.{PARAGRAPH}", 2)
    assert f"Fine.\n{CURE}"[hit.start : hit.end] == hit.matched == "cures"
    assert hit.blocks


def test_an_unsaved_page_is_checked(db):
    page = ArticlePage(title="New", body=[paragraph(f"<p>{CURE}</p>")])
    assert [hit.rule for hit in open_claims(page)] == ["cure"]


def test_a_cited_claim_is_settled_but_still_told(tree):
    article = article_with(tree, '<p>Surgery cures gout.<a linktype="source" id="1">[*]</a></p>')
    assert open_claims(article) == []
    assert [hit.resolution for hit in check_page(article)] == ["cited"]


def test_a_citation_in_another_block_settles_nothing(tree):
    article = article_with(tree)
    article.body = [paragraph(f"<p>{CURE}</p>"), paragraph("<p>Else [1].</p>")]
    assert len(open_claims(article)) == 1


def test_the_answer_may_stand_in_the_next_block(tree):
    article = article_with(tree)
    article.body = [
        paragraph("<p>Some say that tea cures gout.</p>"),
        paragraph("<p>This claim is false.</p>"),
    ]
    assert open_claims(article) == []


def test_a_page_without_claims_has_none(tree):
    assert open_claims(article_with(tree, "<p>Tea does not cure gout.</p>")) == []


def test_reasons_speak_the_editor_s_language(tree):
    article = article_with(tree)
    with override("zh-hans"):
        (hit,) = open_claims(article)
        assert hit.title == "承诺治愈"
    assert open_claims(article)[0].title == "Promises a cure"


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_the_text(tree, django_assert_num_queries, count):
    article = article_with(tree)
    article.body = [paragraph(f"<p>{CURE} Number {number}.</p>") for number in range(count)]
    article.save()
    article = ArticlePage.objects.get(pk=article.pk)
    current_rulebook()
    # The rules' version, the exceptions, the tags.
    with django_assert_num_queries(3):
        assert len(open_claims(article)) == count
