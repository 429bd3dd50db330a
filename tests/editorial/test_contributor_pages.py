"""What a reader sees of the people behind the pages."""

from datetime import timedelta

from django.utils import timezone

from editorial.models import Contribution
from tests.articles.factories import make_article
from tests.pages.asking import html_of, queries_of
from tests.pages.factories import make_picture

from .factories import make_contributor


def test_verified_credentials_say_until_when(client, tree):
    until = timezone.localdate() + timedelta(days=30)
    person = make_contributor(tree.people, credentials="MD", verified_until=until)
    html = html_of(client, person.url)
    assert "Verified until" in html
    assert "Credentials not verified" not in html


def test_credentials_nobody_checked_say_so(client, tree):
    person = make_contributor(tree.people, credentials="MD")
    assert "Credentials not verified" in html_of(client, person.url)


def test_credentials_checked_too_long_ago_say_so(client, tree):
    yesterday = timezone.localdate() - timedelta(days=1)
    person = make_contributor(tree.people, credentials="MD", verified_until=yesterday)
    assert "Credentials not verified" in html_of(client, person.url)


def test_interests_are_shown_and_their_absence_is_said(client, tree):
    assert "Shares in a clinic" in html_of(
        client, make_contributor(tree.people, "A", interests="Shares in a clinic").url
    )
    assert "No declaration yet" in html_of(client, make_contributor(tree.people, "B").url)


def test_who_sells_is_marked(client, tree):
    clinic = make_contributor(tree.people, kind="institution", commercial_interest=True)
    assert "Sells what the pages are about" in html_of(client, clinic.url)


def test_a_person_lists_the_published_pages_that_name_them_once_each(client, tree):
    person = make_contributor(tree.people)
    written, draft = make_article(tree.articles, "Written"), make_article(tree.articles, "Draft", live=False)
    for page, role in ((written, "author"), (written, "quoted"), (draft, "author")):
        Contribution.objects.create(page=page, contributor=person, role=role)
    html = html_of(client, person.url)
    assert html.count(">Written</a>") == 1
    assert ">Draft<" not in html


def test_a_page_that_is_translated_is_listed_in_the_language_of_the_list(client, tree, chinese_tree):
    person = make_contributor(tree.people)
    english = make_article(tree.articles, "English")
    chinese = make_article(chinese_tree.articles, "中文", slug="zw", translation_key=english.translation_key)
    for article in (english, chinese):
        Contribution.objects.create(page=article, contributor=person)
    html = html_of(client, person.url)
    assert ">English</a>" in html
    assert "/zh-hans/articles/zw/" not in html.split("</main>")[0]


def test_a_page_in_another_language_is_marked(client, tree, chinese_tree):
    person = make_contributor(tree.people)
    article = make_article(chinese_tree.articles, "中文", slug="zw")
    Contribution.objects.create(page=article, contributor=person)
    assert 'lang="zh-Hans"><a href="/zh-hans/articles/zw/">' in html_of(client, person.url)


def test_queries_do_not_grow_with_people_and_pages(client, tree):
    person = make_contributor(tree.people)

    def add(numbers):
        for n in numbers:
            make_contributor(tree.people, f"Person {n}", picture=make_picture())
            article = make_article(tree.articles, f"Article {n}", picture=make_picture())
            Contribution.objects.create(page=article, contributor=person)

    add(range(2))
    few = queries_of(client, person.url), queries_of(client, "/people/")
    add(range(2, 9))
    assert (queries_of(client, person.url), queries_of(client, "/people/")) == few
