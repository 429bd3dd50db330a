"""Whatever changes what visitors see is seen at once, in every process; what does not renews nothing."""

import re
from contextlib import suppress
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.apps import TasksAppConfig
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from articles.models import ArticlePage
from comments.models import CommentSettings, ReaderComment, Status
from comments.services import decide
from freshness.statements import is_seen
from pages.models import GlossaryTerm, SiteSettings, SiteText, StandardPage
from tests.articles.factories import make_article
from tests.comments.factories import make_comment, make_moderator
from tests.pages.glossary.factories import make_term

from .asking import ask


@pytest.fixture
def processes(new_process):
    return new_process(), new_process()


@pytest.fixture
def article(tree, counting):
    body = [("paragraph", "<p>Healthy cartilage is smooth.</p>")]
    article = make_article(tree.articles, "Old title", slug="one", body=body)
    article.save_revision().publish()
    return article


@pytest.fixture
def seen(processes, commit):
    """Give a function: do `act`, and say whether `address` is another in both processes, the same in both."""

    def look(act, address):
        before = [told(ask(process, address)) for process in processes]
        again = [told(ask(process, address)) for process in processes]
        assert before == again
        commit(act, *processes)
        after = [told(ask(process, address)) for process in processes]
        assert after[0] == after[1]
        return after[0] != before[0] and after[0]

    return look


def told(reply):
    """Give what a reader notices: status and text, without the hour at which an empty feed was asked."""
    text = re.sub(r"<updated>[^<]*", "", reply.text)
    return f"{reply.status} {reply.headers.get('Location', '')} {text}"


def publish(page, **changes):
    """Give an act that publishes `page` with `changes`."""

    def act():
        for name, value in changes.items():
            setattr(page, name, value)
        page.save_revision().publish()

    return act


@pytest.mark.parametrize("address", ["/articles/one/", "/articles/", "/feeds/new.xml", "/"])
def test_publishing_shows_on_page_list_feed_and_home(seen, article, address):
    assert "New title" in seen(publish(article, title="New title"), address)


def test_a_new_page_is_in_list_and_sitemap(seen, tree, article):
    assert "/articles/two/" in seen(
        lambda: make_article(tree.articles, "Two", slug="two"), "/sitemap-pages.xml"
    )
    assert "Three" in seen(lambda: make_article(tree.articles, "Three"), "/articles/")


@pytest.mark.parametrize("address", ["/articles/", "/feeds/new.xml", "/sitemap-pages.xml"])
def test_unpublishing_takes_it_out_of_list_feed_and_sitemap(seen, article, address):
    assert "/articles/one/" not in seen(article.unpublish, address)


def test_unpublishing_and_deleting_end_the_page(seen, tree, article):
    assert seen(article.unpublish, "/articles/one/").startswith("404")
    other = make_article(tree.articles, "Other", slug="other")
    assert seen(other.delete, "/articles/other/").startswith("404")


def test_a_bulk_update_and_raw_sql_are_seen(seen, article):
    assert "Bulk" in seen(lambda: ArticlePage.objects.update(title="Bulk"), "/articles/one/")

    def raw():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE wagtailcore_page SET title = 'Raw' WHERE id = %s", [article.pk])

    assert "Raw" in seen(raw, "/articles/one/")


def test_moving_a_page_moves_its_address(seen, tree, article):
    about = tree.home.add_child(instance=StandardPage(title="About", slug="about", locale=tree.home.locale))
    privacy = tree.home.add_child(instance=StandardPage(title="P", slug="p", locale=tree.home.locale))
    assert seen(lambda: privacy.move(about, pos="last-child"), "/p/").startswith("301 /about/p/")


def test_a_scheduled_page_appears_when_its_time_comes(seen, tree, article):
    later = make_article(tree.articles, "Later", live=False, slug="later")
    later.go_live_at = timezone.now() - timedelta(minutes=1)
    later.save_revision(approved_go_live_at=later.go_live_at)
    assert "Later" in seen(lambda: call_command("publish_scheduled"), "/articles/")


def test_an_expired_page_goes_when_its_time_comes(seen, article):
    Page.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert seen(lambda: call_command("publish_scheduled"), "/articles/one/").startswith("404")


def test_an_approved_a_shortened_and_a_removed_comment_show(seen, article):
    comment = make_comment(article, body="It helped.", status=Status.PENDING, lane="pending")
    moderator = make_moderator()

    def decided(action, reason=""):
        now = ReaderComment.objects.get(pk=comment.pk)
        return lambda: decide(
            comment_id=now.pk, version=now.version, action=action, actor=moderator, reason=reason
        )

    assert "It helped." in seen(decided("approve"), "/articles/one/")
    assert "It helped." not in seen(decided("reject", "Off topic."), "/articles/one/")


def test_an_edited_comment_and_a_vote_show(seen, article):
    comment = make_comment(article, body="Before")
    rows = ReaderComment.objects.filter(pk=comment.pk)
    assert "After" in seen(lambda: rows.update(body="After"), "/articles/one/")
    assert "comment-votes" in seen(lambda: rows.update(helpful_count=3), "/articles/one/")


def test_a_deleted_comment_goes(seen, article):
    comment = make_comment(article, body="Gone soon")
    assert "Gone soon" not in seen(comment.delete, "/articles/one/")


def test_a_comment_that_waits_renews_nothing(article, processes, commit):
    def posted():
        make_comment(article, status=Status.PENDING, lane="pending")

    assert kept_after(posted, processes, commit)


def test_closing_comments_shows(seen, article):
    def close():
        settings = CommentSettings.for_site(Site.objects.get())
        settings.default_mode = "closed"
        settings.save()

    assert "Comments are closed" in seen(close, "/articles/one/")


def test_the_standing_words_of_the_site_change_everywhere(seen, article):
    def reword():
        own = SiteSettings.for_site(Site.objects.get())
        SiteText.objects.create(
            settings=own, locale=article.locale, site_name="Renamed", disclaimer="No advice."
        )

    assert "No advice." in seen(reword, "/articles/one/")


def test_a_section_taken_out_of_the_menu_goes_from_every_page(seen, tree, article):
    assert "/people/" not in seen(tree.people.unpublish, "/articles/one/")


def test_an_explained_word_appears_in_the_text(seen, article):
    assert "The smooth cover" in seen(make_term, "/articles/one/")
    assert "The smooth cover" not in seen(GlossaryTerm.objects.all().delete, "/articles/one/")


def test_a_translation_is_linked_from_the_original(seen, article, chinese_tree):
    def translate():
        twin = article.copy_for_translation(chinese_tree.home.locale)
        twin.slug = "yi"
        twin.save_revision().publish()

    assert "/zh-hans/articles/yi/" in seen(translate, "/articles/one/")


def test_a_redirect_answers_at_once(seen, article):
    def redirect():
        Redirect.objects.create(old_path="/moved", redirect_page=article)

    assert seen(redirect, "/moved/").startswith("301 /articles/one/")


def test_a_topic_shows(seen, article):
    def tag():
        article.tags.add("Joints")
        article.save()

    assert "Joints" in seen(tag, "/articles/topics/")


def kept_after(act, processes, commit):
    """Say whether both processes still have the front page after `act` (bool)."""
    for process in processes:
        ask(process, "/")
    commit(act, *processes)
    return all(ask(process, "/").is_hit for process in processes)


def test_saving_a_draft_renews_nothing(article, processes, commit):
    def draft():
        article.title = "Draft"
        article.save_revision()

    assert kept_after(draft, processes, commit)


def test_sessions_and_logs_renew_nothing(processes, article, commit):
    def log_in():
        Session.objects.create(session_key="k", session_data="d", expire_date=timezone.now())

    assert kept_after(log_in, processes, commit)


@pytest.mark.parametrize("address", ["/no-such-page/", "/search/?q=nothing-has-this-word"])
def test_asking_for_what_is_not_there_renews_nothing(article, processes, commit, client, address):
    assert kept_after(lambda: client.get(address), processes, commit)


def test_a_failed_login_renews_nothing(article, processes, commit, client):
    typed = {"username": "editor", "password": "wrong"}
    assert kept_after(lambda: client.post("/admin/login/", typed), processes, commit)


def test_a_change_after_a_savepoint_that_was_rolled_back_is_counted(article, processes, commit):
    def twice():
        with suppress(RuntimeError), transaction.atomic():
            make_term("disc")
            raise RuntimeError
        make_term()

    assert not kept_after(twice, processes, commit)


def test_a_transaction_counts_once(article, counting, django_assert_num_queries):
    connection.run_on_commit.clear()
    make_term("disc")
    with django_assert_num_queries(1):
        GlossaryTerm.objects.update(explanation="Another.")


@pytest.mark.parametrize(
    ("sql", "params", "seen"),
    [
        ('SELECT * FROM "wagtailcore_page"', (), False),
        ('UPDATE "editorial_source" SET "is_retracted" = %s WHERE "id" = 1', (True,), True),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "locked" = %s', ("x", False), False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s', ("x", "x"), True),
        ("update wagtailcore_page set path = 'x' || path", (), True),
        ('INSERT OR IGNORE INTO "django_session" ("a") VALUES (%s)', (1,), False),
        ('INSERT INTO "comments_readercomment" ("body", "shown") VALUES (%s, %s)', ("x", False), False),
        ('INSERT INTO "comments_readercomment" ("body", "shown") VALUES (%s, %s)', ("x", True), True),
        ('INSERT INTO "comments_readercomment" ("body", "shown") VALUES (%s, now())', ("x",), True),
        ('WITH gone AS (DELETE FROM "a" RETURNING *) SELECT 1', (), True),
        ('WITH some AS (SELECT 1) SELECT * FROM "a"', (), False),
        ('DELETE FROM "pages_sitetext" WHERE "id" = 1', (), True),
    ],
)
def test_each_kind_of_statement_is_weighed(sql, params, seen):
    assert is_seen(sql, params) is seen


def test_many_rows_at_once_are_weighed_together():
    sql = 'INSERT INTO "comments_readercomment" ("body", "shown") VALUES (%s, %s)'
    assert is_seen(sql, [("a", False), ("b", True)], many=True)
    assert not is_seen(sql, [("a", False), ("b", False)], many=True)


def test_the_quiet_tables_and_columns_are_there(counting):
    """A slip of the pen there would renew too much; a table of the future counts by itself."""
    tables = set(connection.introspection.table_names())
    queue = f"{TasksAppConfig.label}_dbtaskresult"  # there where tasks go through the database
    assert settings.QUIET_TABLES - tables <= {"wagtailsearch_indexentry_fts", queue}
    assert queue in settings.QUIET_TABLES
    assert {*settings.QUIET_COLUMNS, *settings.SHOWN_BY} <= tables
