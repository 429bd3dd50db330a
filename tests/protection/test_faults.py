"""A part of the machine that is gone: an honest page, in the reader's language, with what was typed."""

import errno

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection

from protection.faults.causes import is_passing
from tests.articles.factories import make_article
from tests.editorial.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
TYPED = 'I <b>tried</b> it & it helped\n\nfor "weeks"'
ESCAPED = "I &lt;b&gt;tried&lt;/b&gt; it &amp; it helped\n\nfor &quot;weeks&quot;"


@pytest.fixture
def database_gone(client, tree):
    """A function: from now on (an exception, the one of SQLite by default) every query fails."""
    client.raise_request_exception = False
    kept = list(connection.execute_wrappers)

    def fail(error=None):
        def refuse(*words):
            raise error or OperationalError("database is locked")

        connection.execute_wrappers.append(refuse)

    yield fail
    connection.execute_wrappers[:] = kept


@pytest.mark.parametrize(("half", "says"), [("", "send it again"), ("/zh-hans", "重新发送")])
def test_a_comment_comes_back_with_a_button_to_send_it_again(client, tree, database_gone, half, says):
    page = make_article(tree.articles)
    database_gone()
    answer = client.post(f"{half}/comments/{page.pk}/new/", {"body": TYPED, "name": "Ann", "stamp": "s"})
    html = answer.content.decode()
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert ESCAPED in html
    assert '<input type="hidden" name="stamp" value="s">' in html
    assert f'action="{half}/comments/{page.pk}/new/"' in html
    assert says in html
    assert "no-store" in answer["Cache-Control"]


def test_a_safety_report_comes_back_too(client, tree, database_gone):
    page = make_article(tree.articles)
    database_gone()
    answer = client.post(f"/safety/{page.pk}/report/", {"text": TYPED, "email": "a@example.org"})
    assert answer.status_code == 503
    assert ESCAPED in answer.content.decode()


def test_a_page_without_a_form_says_only_that_it_is_gone_for_a_moment(client, tree, database_gone):
    database_gone(InterfaceError("connection is closed"))
    answer = client.get("/zh-hans/articles/")
    assert answer.status_code == 503
    assert "<form" not in answer.content.decode()
    assert 'lang="zh-hans"' in answer.content.decode()


def test_a_password_is_never_shown(client, tree, database_gone):
    database_gone()
    answer = client.post("/admin/login/", {"username": "ed", "password": "a-long-password"})
    assert answer.status_code == 503
    assert "a-long-password" not in answer.content.decode()


def test_an_editor_gets_the_whole_form_back_in_the_language_of_the_browser(client, tree, database_gone):
    client.force_login(make_user("ed", is_superuser=True))
    database_gone()
    body = {"title": TYPED, "body-0-value": '{"blocks": []}'}
    answer = client.post("/admin/pages/3/edit/", body, headers={"accept-language": "zh-hans"})
    assert answer.status_code == 503
    assert ESCAPED in answer.content.decode()
    assert 'name="body-0-value" value="{&quot;blocks&quot;: []}"' in answer.content.decode()
    assert 'lang="zh-hans"' in answer.content.decode()


def test_a_fault_of_the_code_stays_an_error(client, tree, database_gone):
    database_gone(DatabaseError("no such column"))
    answer = client.get("/articles/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()


def chained(inner):
    """Give an exception that was raised because of `inner`."""
    error = RuntimeError()
    error.__cause__ = inner
    return error


def test_what_passes_by_itself_is_told_from_what_does_not():
    full, missing = OSError(errno.ENOSPC, "full"), FileNotFoundError(errno.ENOENT, "missing")
    assert is_passing(full)
    assert is_passing(chained(ConnectionRefusedError()))
    assert not any(map(is_passing, (missing, ValueError(), chained(KeyError()), None)))
