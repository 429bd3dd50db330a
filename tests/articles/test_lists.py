"""Lists of articles."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.conditions.factories import make_condition
from tests.pages.asking import html_of, queries_of
from tests.pages.factories import make_picture

from .factories import make_article


def test_a_list_of_many_has_pages(client, tree):
    for number in range(26):
        make_article(tree.articles, f"Article {number}")
    assert html_of(client, "/articles/").count("<article") == 24
    second = html_of(client, "/articles/?page=2")
    assert second.count("<article") == 2
    assert "Page 2 of 2" in second


def test_only_what_everybody_may_read_makes_pages(client, tree):
    for number in range(24):
        make_article(tree.articles, f"Article {number}")
    make_article(tree.articles, "Draft", live=False)
    guarded = make_article(tree.articles, "Guarded")
    PageViewRestriction.objects.create(page=guarded, restriction_type=PageViewRestriction.LOGIN)
    pager = client.get("/articles/").context["pager"]
    assert (pager.paginator.count, pager.paginator.num_pages) == (24, 1)


def test_the_number_of_pages_follows_what_comes_and_goes(client, tree):
    made = [make_article(tree.articles, f"Article {number}") for number in range(25)]

    def pages():
        pager = client.get("/articles/").context["pager"]
        return pager.paginator.count, pager.paginator.num_pages

    assert pages() == (25, 2)
    made[0].unpublish()
    assert pages() == (24, 1)
    made[0].save_revision().publish()
    made[1].refresh_from_db()
    made[1].delete()
    assert pages() == (24, 1)
    made[2].refresh_from_db()
    made[2].move(tree.conditions.get_parent(), pos="last-child")
    assert pages() == (23, 1)


def test_the_list_is_narrowed_by_format_and_keeps_it_on_the_next_page(client, tree):
    make_article(tree.articles, "An article")
    for number in range(25):
        make_article(tree.articles, f"A question {number}", format="question")
    html = html_of(client, "/articles/?format=question")
    assert "An article" not in html
    assert "?format=question&amp;page=2" in html


def test_a_narrowed_list_does_not_count_the_whole_one(client, tree):
    make_article(tree.articles, "An article")
    html_of(client, "/articles/")
    with CaptureQueriesContext(connection) as asked:
        html_of(client, "/articles/?format=article")
    assert not [one for one in asked if 'NOT "wagtailcore_page"."live"' in one["sql"]]


def test_the_list_is_narrowed_to_a_condition(client, tree):
    make_article(tree.articles, "About gout", conditions=[make_condition(tree.conditions, "Gout")])
    make_article(tree.articles, "About sleep")
    html = html_of(client, "/articles/?condition=gout")
    assert "About gout" in html
    assert "About sleep" not in html


def test_senseless_filters_do_not_break_the_list(client, tree):
    make_article(tree.articles, "An article")
    assert "An article" in html_of(client, "/articles/?format=%00&page=zzz")


def test_drafts_are_not_listed(client, tree):
    make_article(tree.articles, "A draft", live=False)
    html = html_of(client, "/articles/")
    assert "A draft" not in html
    assert "No article here yet." in html


def test_a_topic_is_named_by_itself_whatever_else_its_articles_are_about(client, tree):
    make_article(tree.articles, "About both", tags=["Sleep", "Food"])
    html = html_of(client, "/articles/topics/sleep/")
    assert "<h1>Sleep</h1>" in html
    assert "1 article<" in html


def test_the_most_used_topics_come_first_with_their_numbers(client, tree):
    make_article(tree.articles, "One", tags=["Sleep", "Food"])
    make_article(tree.articles, "Two", tags=["Sleep", "Air"])
    make_article(tree.articles, "Three", tags=["Walks"], live=False)
    topics = client.get("/articles/").context["topics"]
    assert topics == [("Sleep", "sleep", 2), ("Air", "air", 1), ("Food", "food", 1)]


def test_labels_stand_in_the_list_too(client, tree):
    make_article(tree.articles, content_label="promotional")
    assert '<span class="label careful">Promotional</span>' in html_of(client, "/articles/")


def test_a_topic_lists_its_articles(client, tree):
    make_article(tree.articles, "About sleep", tags=["Sleep"])
    make_article(tree.articles, "About food", tags=["Food"])
    html = html_of(client, "/articles/topics/sleep/")
    assert "<h1>Sleep</h1>" in html
    assert "About sleep" in html
    assert "About food" not in html


def test_a_chinese_topic_has_a_page(client, chinese_tree):
    make_article(chinese_tree.articles, "关于脊柱", slug="jz", tags=["脊柱"])
    html = html_of(client, "/zh-hans/articles/topics/脊柱/")
    assert "<h1>脊柱</h1>" in html
    assert "关于脊柱" in html


def test_a_topic_of_drafts_alone_has_no_page(client, tree):
    make_article(tree.articles, live=False, tags=["Sleep"])
    assert client.get("/articles/topics/sleep/").status_code == 404
    assert "Sleep" not in html_of(client, "/articles/topics/")


def test_all_topics_say_how_many_articles_they_have(client, tree):
    for title in ("One", "Two"):
        make_article(tree.articles, title, tags=["Sleep"])
    assert ">Sleep <small>2</small></a>" in html_of(client, "/articles/topics/")


def test_queries_do_not_grow_with_articles(client, tree):
    urls = ("/articles/", "/articles/topics/", "/articles/topics/sleep/")

    def add(numbers):
        for n in numbers:
            make_article(tree.articles, f"Article {n}", tags=["Sleep", f"Topic {n}"], picture=make_picture())

    add(range(2))
    few = [queries_of(client, url) for url in urls]
    add(range(2, 12))
    assert [queries_of(client, url) for url in urls] == few
