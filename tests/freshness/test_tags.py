"""What a page was made from: another article's publication leaves it as it is, and nothing of it is old."""

import pytest
from django.db import connection

from articles.models import ArticlePage, RelatedArticle
from editorial.models import Source
from freshness.looking_up import LISTED, tags_read
from freshness.stored.middleware import StoredPageMiddleware
from freshness.tags import tag_of
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition

from .asking import ask
from .test_stored import refuse

LISTS = {LISTED}


@pytest.fixture
def pages(tree, counting):
    """Article A leads to B in its text and as related; C has nothing to do with them."""
    made = {name: make_article(tree.articles, f"Article {name}", slug=name) for name in "bc"}
    link = f'<p><a linktype="page" id="{made["b"].pk}">see there</a></p>'
    made["a"] = make_article(tree.articles, "Article a", slug="a", body=[("paragraph", link)])
    RelatedArticle.objects.create(from_page=made["a"], to_page=made["b"], score=1.0)
    return made


@pytest.fixture
def stored(pages, application, commit):
    """Give a function: commit an act, then ask for A; the Reply is an error unless A is still stored."""
    commit(lambda: ask(application, "/articles/a/"))  # makes the settings of the site
    ask(application, "/articles/a/")

    def after(act):
        commit(act)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(StoredPageMiddleware, "_rendered", refuse)
            return ask(application, "/articles/a/")

    return after


def publish(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_another_articles_publication_leaves_the_stored_page_in_use(stored, pages):
    assert "see there" in stored(lambda: publish(pages["c"], title="Renamed")).text


def test_a_new_article_leaves_the_stored_page_in_use(stored, tree):
    assert "see there" in stored(lambda: make_article(tree.articles, "New", slug="new")).text


def test_a_new_list_of_related_articles_renews_that_part_alone(stored, pages):
    row = RelatedArticle(from_page=pages["a"], to_page=pages["c"], score=2.0)
    assert "Article c" in stored(row.save).text


def test_a_renamed_article_is_renamed_where_it_is_related(stored, pages, application, commit):
    commit(lambda: publish(pages["b"], title="Renamed"))
    assert "Renamed" in ask(application, "/articles/a/").text


def test_a_moved_address_is_renewed_in_the_links_to_it(stored, pages, application, commit):
    assert 'href="/articles/b/"' in ask(application, "/articles/a/").text
    commit(lambda: publish(pages["b"], slug="elsewhere"))
    assert 'href="/articles/elsewhere/"' in ask(application, "/articles/a/").text


def test_an_article_that_went_is_related_to_nothing(stored, pages, application, commit):
    commit(pages["b"].unpublish)
    assert "Article b" not in ask(application, "/articles/a/").text


def test_an_article_about_a_condition_is_named_there(tree, counting, application, commit):
    condition = make_condition(tree.conditions)
    ask(application, condition.url)
    commit(lambda: make_article(tree.articles, "About it", conditions=[condition]))
    assert "About it" in ask(application, condition.url).text


@pytest.mark.parametrize("change", [lambda _page: Source.objects.create(title="New"), make_condition])
def test_what_is_no_article_renews_every_page(stored, tree, change):
    assert stored(lambda: change(tree.conditions)).status == 500


@pytest.mark.parametrize(
    "sql", ["UPDATE wagtailcore_page SET title = 'Raw'", 'UPDATE "wagtailcore_page" SET "title" = \'Raw\'']
)
def test_a_statement_about_any_page_renews_every_page(stored, sql):
    assert stored(lambda: connection.cursor().execute(sql)).status == 500


def test_a_bulk_update_of_articles_is_about_these(stored, pages, application, commit):
    others = ArticlePage.objects.filter(pk=pages["c"].pk)
    assert "see there" in stored(lambda: others.update(summary="Another")).text
    commit(lambda: ArticlePage.objects.filter(slug="a").update(summary="Of its own"))
    assert "Of its own" in ask(application, "/articles/a/").text


PAGE = 'SELECT "wagtailcore_page"."title" FROM "wagtailcore_page" WHERE '
ABOUT = (
    'SELECT "articles_articlepage"."summary" FROM "articles_articlepage" '
    'INNER JOIN "articles_articlepage_conditions" '
    'ON ("articles_articlepage"."page_ptr_id" = "articles_articlepage_conditions"."articlepage_id") '
    'INNER JOIN "conditions_conditionpage" '
    'ON ("articles_articlepage_conditions"."conditionpage_id" = "conditions_conditionpage"."page_ptr_id") '
    'INNER JOIN "wagtailcore_page" T5 ON ("conditions_conditionpage"."page_ptr_id" = T5."id") WHERE '
)


@pytest.mark.parametrize(
    ("sql", "params", "tags"),
    [
        ('SELECT "a" FROM "pages_siteimage"', (), set()),
        (PAGE + '"wagtailcore_page"."id" = %s', (7,), {tag_of("id", 7)}),
        (PAGE + '("wagtailcore_page"."live" AND "wagtailcore_page"."id" IN (%s, %s))', (7, 8), {7, 8}),
        (PAGE + '("wagtailcore_page"."live" OR "wagtailcore_page"."id" = %s)', (7,), LISTS),
        (PAGE + 'NOT ("wagtailcore_page"."id" = %s)', (7,), LISTS),
        (PAGE + '("wagtailcore_page"."live" AND NOT ("wagtailcore_page"."id" = %s))', (7,), LISTS),
        (PAGE + '"wagtailcore_page"."id" IN (SELECT U0."id" FROM "wagtailcore_page" U0)', (), LISTS),  # noqa: S608
        (PAGE + '"wagtailcore_page"."depth" = %s', (4,), LISTS),
        (PAGE + '"wagtailcore_page"."depth" = %s', (3,), {tag_of("depth", 3)}),
        ("SELECT title FROM wagtailcore_page WHERE id = 7", (), LISTS),
        ('SELECT 1 FROM "x", "wagtailcore_page" WHERE "x"."id" = %s', (7,), LISTS),
        (ABOUT + 'T5."translation_key" = %s', ("k",), {tag_of("translation_key", "k")}),
        (ABOUT + 'T5."live"', (), LISTS),
        (PAGE + '"wagtailcore_page"."slug" = %s', None, LISTS),
    ],
)
def test_each_kind_of_question_is_weighed(db, sql, params, tags):
    tags = {tag if isinstance(tag, str) else tag_of("id", tag) for tag in tags}
    assert tags_read(sql, params) == tags
