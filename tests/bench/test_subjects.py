"""The articles that are measured: one without comments, one with twenty."""

import pytest

from bench import in_process, sizes, subjects
from tests.articles.factories import make_article
from tests.comments.factories import make_comment


@pytest.fixture
def articles(tree):
    """Three articles in the order in which they were made: the first has a comment, the others none."""
    made = [make_article(tree.articles, title) for title in ("Cold", "Pain", "Cough")]
    make_comment(made[0])
    return made


def public(article):
    return article.reader_comments.filter(shown=True).count()


def test_twenty_comments_are_put_under_one_that_has_none_and_another_stays_without(articles):
    _cold, pain, cough = articles
    assert subjects.discussed_article() == cough
    assert subjects.quiet_articles().first() == pain
    assert [public(article) for article in articles] == [1, 0, 20]


def test_the_same_article_serves_the_next_time(articles):
    assert subjects.discussed_article() == subjects.discussed_article()
    assert public(articles[2]) == 20


def test_a_site_without_a_second_quiet_article_goes_without(tree):
    make_article(tree.articles, "Pain")
    assert {subjects.QUIET} == {subjects.QUIET, subjects.DISCUSSED} & subjects.subjects().keys()


def test_both_are_rows_of_one_process_and_have_an_aim(articles):
    rows = in_process.single_pages()
    assert rows[subjects.DISCUSSED] == articles[2].get_url()
    aims = [sizes.AIMS[f"{name}, stored"] for name in (subjects.QUIET, subjects.DISCUSSED)]
    assert aims == [4.5, 8]


def test_the_text_of_an_article_is_its_summary_and_body(tree):
    make_article(
        tree.articles, "Pain", summary="Twelve signs", body=[("paragraph", "<p>More <b>words</b></p>")]
    )
    assert subjects.characters() == len("Twelve signs More words")
