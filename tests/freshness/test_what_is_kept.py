"""What the cache in front of Django keeps, what it never keeps, and under which key."""

import gzip

import brotli
import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from freshness.bytecache.asking import key_of
from freshness.bytecache.copies import Copy, is_known, may_be_kept
from tests.articles.factories import make_article
from tests.editorial.factories import make_user

from .asking import ask, environ

HTML = [("Content-Type", "text/html; charset=utf-8")]
# Nothing here depends on the database.
pytestmark = pytest.mark.sqlite


@pytest.fixture
def article(tree, counting):
    return make_article(tree.articles, "Cartilage")


@pytest.fixture
def process(new_process, article):
    return new_process()


def test_the_second_visitor_gets_the_bytes_of_the_first(process, article):
    first, second = ask(process, article.url), ask(process, article.url)
    assert first.status == 200
    assert second.is_hit
    assert first.body == second.body
    assert "Cartilage" in second.text


def test_a_kept_page_costs_no_query(process, article, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("freshness.bytecache.wrapper.SECONDS", 60)
    ask(process, article.url)
    with django_assert_num_queries(0):
        ask(process, article.url)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/articles/",
        "/conditions/",
        "/treatments/",
        "/people/",
        "/feeds/new.xml",
        "/sitemap.xml",
        "/robots.txt",
        "/glossary/",
        "/corrections/",
        "/articles/topics/",
    ],
)
def test_pages_lists_feeds_and_sitemap_are_kept(process, address):
    assert ask(process, address).status == 200
    assert ask(process, address).is_hit


@pytest.mark.parametrize(
    "address",
    [
        *("/admin/login/", "/django-admin/login/", "/search/?q=pain", "/search/suggestions/?q=pa"),
        *("/healthz", "/readyz", "/comments/", "/comments/mine/", "/zh-hans/comments/mine/"),
        *("/changes.json", "/no-such-page/"),
    ],
)
def test_what_is_somebodys_own_or_no_page_is_never_kept(process, address):
    asked = [ask(process, address) for _time in range(3)]
    assert not any(reply.is_hit for reply in asked)
    assert len(process.store) == 0


def test_forms_about_a_page_are_never_kept(process, article):
    for address in (f"/comments/{article.pk}/new/", f"/safety/{article.pk}/report/"):
        assert 'name="csrfmiddlewaretoken"' in ask(process, address).text
        assert not ask(process, address).is_hit


def test_who_is_logged_in_gets_an_own_page_and_leaves_none(process, article, client):
    client.force_login(make_user("editor", "Editors"))
    cookie = f"{django_settings.SESSION_COOKIE_NAME}={client.cookies['sessionid'].value}"
    ask(process, article.url, HTTP_COOKIE=cookie)
    assert len(process.store) == 0
    ask(process, article.url)
    assert not ask(process, article.url, HTTP_COOKIE=cookie).is_hit


def test_a_cookie_that_says_nothing_to_a_page_does_not_matter(process, article):
    ask(process, article.url, HTTP_COOKIE="csrftoken=abc")
    assert ask(process, article.url, HTTP_COOKIE="theme=dark; csrftoken=xyz").is_hit
    assert ask(process, article.url).is_hit


@pytest.mark.parametrize("cookie", ["sessionid=x", "a=b; messages=x", "comment_writer=x"])
def test_a_cookie_that_may_name_somebody_goes_to_django(cookie):
    assert key_of(environ("/", HTTP_COOKIE=cookie)) is None


def test_posting_goes_to_django(process, article):
    ask(process, article.url)
    assert not ask(process, article.url, "POST").is_hit


def test_a_request_with_credentials_goes_to_django():
    assert key_of(environ("/", HTTP_AUTHORIZATION="Basic eDp5")) is None


def test_a_page_behind_a_password_is_never_kept(process, article, commit):
    ask(process, article.url)
    restriction = PageViewRestriction(
        page=article, restriction_type=PageViewRestriction.PASSWORD, password="rehab"
    )
    commit(restriction.save, process)
    for _time in range(3):
        reply = ask(process, article.url, HTTP_COOKIE="csrftoken=abc")
        assert not reply.is_hit
        assert 'type="password"' in reply.text


def test_a_page_for_a_group_is_never_kept(process, article, commit):
    restriction = PageViewRestriction(page=article, restriction_type=PageViewRestriction.GROUPS)
    commit(restriction.save, process)
    restriction.groups.add(Group.objects.create(name="Patients"))
    assert [ask(process, article.url).status for _time in range(2)] == [302, 302]
    assert len(process.store) == 0


def test_a_draft_is_never_kept(process, article, commit):
    commit(article.unpublish, process)
    assert [ask(process, article.url).status for _time in range(2)] == [404, 404]
    assert len(process.store) == 0


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (404, HTML),
        (301, HTML),
        (200, [*HTML, ("Set-Cookie", "a=b")]),
        (200, [*HTML, ("Cache-Control", "private")]),
        (200, [*HTML, ("Cache-Control", "max-age=0, no-cache, no-store")]),
        (200, [*HTML, ("Vary", "Accept")]),
        (200, [*HTML, ("Vary", "*")]),
        (200, [("Content-Type", "image/png")]),
        (200, [*HTML, ("Content-Encoding", "br")]),
    ],
)
def test_an_answer_that_is_not_the_same_for_everybody_may_not_be_kept(status, headers):
    assert may_be_kept(200, HTML)
    assert not may_be_kept(status, headers)


def test_each_host_and_scheme_has_its_own_copy(process, article):
    ask(process, article.url)
    other = ask(process, article.url, host="localhost")
    assert not other.is_hit
    assert 'href="http://localhost' in other.text or "testserver" in other.text
    assert not ask(process, article.url, scheme="https").is_hit
    assert len(process.store) == 3


def test_a_host_that_is_not_ours_is_refused_and_not_kept(process, article):
    assert ask(process, article.url, host="evil.example").status == 400
    assert len(process.store) == 0


def test_parameters_that_a_page_knows_are_part_of_the_key(process):
    ask(process, "/conditions/?letter=A&page=1")
    assert ask(process, "/conditions/?page=1&letter=A").is_hit
    assert not ask(process, "/conditions/?page=1&letter=B").is_hit


def test_where_a_visitor_came_from_is_not(process, article):
    ask(process, article.url)
    assert ask(process, f"{article.url}?utm_source=letter&fbclid=1").is_hit


@pytest.mark.parametrize("query", ["x=1", "page=1&page=2", "page=" + "9" * 200, "&".join(["a=1"] * 30)])
def test_with_any_other_parameter_django_is_asked(query):
    assert key_of(environ(f"/articles/?{query}")) is None


def test_language_of_the_browser_changes_nothing(process, article):
    ask(process, article.url, HTTP_ACCEPT_LANGUAGE="zh-hans")
    reply = ask(process, article.url, HTTP_ACCEPT_LANGUAGE="en")
    assert reply.is_hit
    assert '<html lang="en">' in reply.text
    assert reply.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("br;q=0, gzip;q=0.8", "gzip", gzip.decompress),
        ("gzip, sbrx", "gzip", gzip.decompress),
        ("gzip;q=0, zstd", None, bytes),
    ],
)
def test_who_takes_packed_bytes_gets_them_ready_made(process, article, accepted, coding, unpack):
    plain = ask(process, article.url)
    packed = ask(process, article.url, HTTP_ACCEPT_ENCODING=accepted)
    assert packed.headers.get("Content-Encoding") == coding
    assert unpack(packed.body) == plain.body
    assert int(packed.headers["Content-Length"]) == len(packed.body)
    assert packed.is_hit


def test_who_has_it_already_gets_304_without_a_body(process, article):
    etag = ask(process, article.url).headers["ETag"]
    known = ask(process, article.url, HTTP_IF_NONE_MATCH=f'"other", W/{etag}')
    assert (known.status, known.body) == (304, b"")
    assert known.headers["ETag"] == etag
    assert ask(process, article.url, HTTP_IF_NONE_MATCH='"other"').status == 200
    packed = ask(process, article.url, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=etag)
    assert packed.status == 200, "the packed bytes are another representation"
    assert is_known("*", etag)


def test_head_gives_the_headers_of_get(process, article):
    head = ask(process, article.url, "HEAD")
    get = ask(process, article.url)
    assert head.body == b""
    assert get.is_hit
    assert {**head.headers, "X-Cache": "HIT"} == get.headers


def test_browsers_ask_each_time_unless_the_view_said_otherwise(process, article):
    assert ask(process, article.url).headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert ask(process, "/feeds/new.xml").headers["Cache-Control"] == "public, max-age=300"


def test_memory_is_bounded_and_the_longest_unused_goes(new_process):
    copy = Copy(HTML, b"x" * 10_000, 1)

    def application(environ, start_response):
        start_response("200 OK", HTML)
        return [b"x" * 10_000]

    process = new_process(application, size=copy.size * 10)
    for number in range(40):
        ask(process, "/kept/")
        ask(process, f"/{number}/")
    assert process.store.size <= copy.size * 10
    assert len(process.store) == 10
    assert ask(process, "/kept/").is_hit


def test_a_page_too_large_for_the_memory_is_not_kept(new_process):
    def application(environ, start_response):
        start_response("200 OK", HTML)
        return [b"x" * 100_000]

    process = new_process(application, size=200_000)
    assert len(ask(process, "/large/").body) == 100_000
    assert len(process.store) == 0
