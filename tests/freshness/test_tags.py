"""What a page was made from: another article's publication leaves it as it is, and nothing of it is old."""

import pytest
from django.db import connection

from articles.models import ArticlePage, RelatedArticle
from freshness.looking_up import tags_read
from freshness.models import Touch
from freshness.stored.middleware import StoredPageMiddleware
from freshness.tags import KIND, tag_of
from freshness.watching import count_change
from pages.models import SiteSettings
from tests.articles.factories import make_article
from tests.conditions.factories import make_condition
from tests.pages.glossary.factories import make_term

from .asking import ask
from .test_stored import refuse

LISTS, SUBJECTS, PEOPLE = ({KIND + kind} for kind in ("lists", "subjects", "people"))
PAGES = LISTS | SUBJECTS | PEOPLE


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


def test_after_a_change_of_everything_no_more_is_told_of_it(pages):
    connection.run_on_commit = []
    Touch.objects.all().delete()
    count_change(connection)
    publish(pages["c"], title="Renamed")
    assert not Touch.objects.exists()


def test_another_articles_publication_leaves_the_stored_page_in_use(stored, pages):
    assert "see there" in stored(lambda: publish(pages["c"], title="Renamed")).text


def test_a_new_article_leaves_the_stored_page_in_use(stored, tree):
    assert "see there" in stored(lambda: make_article(tree.articles, "New", slug="new")).text


def test_a_page_does_not_depend_on_the_one_that_was_read_before_it(pages, application, commit):
    commit(lambda: ask(application, "/articles/c/"))  # makes the settings of the site
    for name in "cab":
        ask(application, f"/articles/{name}/")
    commit(lambda: publish(pages["c"], title="Renamed"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StoredPageMiddleware, "_rendered", refuse)
        assert "see there" in ask(application, "/articles/a/").text


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


@pytest.mark.parametrize("change", [make_term, SiteSettings.objects.all().delete])
def test_what_has_no_tags_renews_every_page(stored, change):
    assert stored(change).status == 500


def test_the_first_page_of_a_list_and_the_last_renew_every_page(stored, tree):
    """A list without pages is in no menu."""
    assert stored(lambda: make_condition(tree.conditions)).status == 500


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
JOINED = (
    'FROM "articles_articlepage" '
    'INNER JOIN "articles_articlepage_conditions" '
    'ON ("articles_articlepage"."page_ptr_id" = "articles_articlepage_conditions"."articlepage_id") '
    'INNER JOIN "conditions_conditionpage" '
    'ON ("articles_articlepage_conditions"."conditionpage_id" = "conditions_conditionpage"."page_ptr_id") '
    'INNER JOIN "wagtailcore_page" T5 ON ("conditions_conditionpage"."page_ptr_id" = T5."id") WHERE '
)
ABOUT = f'SELECT "articles_articlepage"."summary" {JOINED}'
WITHIN = (
    'SELECT "articles_articlepage"."summary" FROM "articles_articlepage" '
    'WHERE ("articles_articlepage"."summary" = %s AND "articles_articlepage"."page_ptr_id" IN ('
    'SELECT U0."articlepage_id" AS "articlepage_id" FROM "articles_articlepage_conditions" U0 '
    'INNER JOIN "wagtailcore_page" U2 ON (U0."conditionpage_id" = U2."id") WHERE U2."translation_key" = %s)) '
    'ORDER BY "articles_articlepage"."page_ptr_id" DESC LIMIT 6'
)
TYPED = (
    'SELECT "wagtailcore_page"."title" FROM "conditions_conditionpage" '
    'INNER JOIN "wagtailcore_page" ON ("conditions_conditionpage"."page_ptr_id" = "wagtailcore_page"."id")'
)
MAYBE_TYPED = (
    'SELECT "wagtailcore_page"."title" FROM "wagtailcore_page" LEFT OUTER JOIN "conditions_conditionpage" '
    'ON ("wagtailcore_page"."id" = "conditions_conditionpage"."page_ptr_id")'
)


@pytest.mark.parametrize(
    ("sql", "params", "tags"),
    [
        ('SELECT "a" FROM "pages_sitetext"', (), set()),
        (PAGE + '"wagtailcore_page"."id" = %s', (7,), {tag_of("id", 7)}),
        (PAGE + '("wagtailcore_page"."live" AND "wagtailcore_page"."id" IN (%s, %s))', (7, 8), {7, 8}),
        (PAGE + '("wagtailcore_page"."live" OR "wagtailcore_page"."id" = %s)', (7,), PAGES),
        (PAGE + 'NOT ("wagtailcore_page"."id" = %s)', (7,), PAGES),
        (PAGE + '("wagtailcore_page"."live" AND NOT ("wagtailcore_page"."id" = %s))', (7,), PAGES),
        (PAGE + '"wagtailcore_page"."id" IN (SELECT U0."id" FROM "wagtailcore_page" U0)', (), PAGES),  # noqa: S608
        (PAGE + 'NOT ("wagtailcore_page"."id" IN (SELECT U0."id" FROM "wagtailcore_page" U0))', (), PAGES),  # noqa: S608
        (PAGE + '"wagtailcore_page"."depth" = %s', (4,), PAGES),
        (PAGE + '"wagtailcore_page"."depth" = %s', (3,), {tag_of("depth", 3)}),
        ("SELECT title FROM wagtailcore_page WHERE id = 7", (), PAGES),
        ('SELECT 1 FROM "x", "wagtailcore_page" WHERE "x"."id" = %s', (7,), PAGES),
        (ABOUT + 'T5."translation_key" = %s', ("k",), {tag_of("translation_key", "k")}),
        (ABOUT + 'T5."live"', (), LISTS | SUBJECTS),
        (WITHIN, ("s", "k"), {tag_of("translation_key", "k")}),
        (WITHIN.replace("= %s))", "IS NULL))"), ("s",), LISTS | PAGES),
        (TYPED, (), SUBJECTS),
        (MAYBE_TYPED, (), PAGES),
        (PAGE + '"wagtailcore_page"."slug" = %s', None, PAGES),
    ],
)
def test_each_kind_of_question_is_weighed(db, sql, params, tags):
    tags = {tag if isinstance(tag, str) else tag_of("id", tag) for tag in tags}
    assert tags_read(sql, params) == tags


BY = (
    'SELECT "wagtailcore_page"."title" FROM "editorial_contribution" {} "wagtailcore_page" '
    'ON ("editorial_contribution"."contributor_id" = "wagtailcore_page"."id") '
    'WHERE "editorial_contribution"."page_id" = %s'
)
NAMED = (
    'SELECT "wagtailcore_page"."title" FROM "wagtailcore_page" LEFT OUTER JOIN "editorial_contribution" '
    'ON ("wagtailcore_page"."id" = "editorial_contribution"."contributor_id") '
    'WHERE "wagtailcore_page"."live"'
)


@pytest.mark.parametrize("join", ["INNER JOIN", "LEFT OUTER JOIN"])
def test_rows_that_are_joined_to_known_ones_are_asked_for(db, join):
    asked = []

    def ask(sql, params):
        asked.append((sql, params))
        return [(8,), (9,), (None,)]

    tags = {tag_of("by", 7), tag_of("id", 8), tag_of("id", 9)}
    assert tags_read(BY.format(join), (7,), ask=ask) == tags
    assert {tuple(params) for _sql, params in asked} == {(7,)}
    assert all('"contributor_id" FROM "editorial_contribution" WHERE' in sql for sql, _params in asked)


def test_too_many_joined_rows_may_be_any(db):
    tags = tags_read(BY.format("INNER JOIN"), (7,), ask=lambda *_question: [(pk,) for pk in range(101)])
    assert tags == {tag_of("by", 7)} | PAGES


def test_a_row_that_may_be_missing_tells_nothing_of_what_it_is_joined_to(db):
    assert tags_read(NAMED, (), ask=lambda *_question: [(8,)]) == PAGES | LISTS
