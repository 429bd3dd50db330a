"""Pages behind a password or a login: what a stranger sees of them."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import PageViewRestriction

from tests.articles.factories import make_article

PASSWORD = "only for the board"


@pytest.fixture
def guarded(tree, chinese_tree):
    """Call it with the kind of restriction and the tree's language to get a page behind it."""

    def make(kind, language="en"):
        branch = chinese_tree if language == "zh-hans" else tree
        page = make_article(branch.articles, "Secret plans", search_description="What nobody may read")
        password = PASSWORD if kind == "password" else ""
        PageViewRestriction.objects.create(page=page, restriction_type=kind, password=password)
        return page

    return make


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_form_for_the_password_tells_nothing_of_the_page(client, guarded, language):
    html = client.get(guarded("password", language).url).content.decode()
    words = {"en": "Password required", "zh-hans": "需要密码"}[language]
    assert f"<h1>{words}</h1>" in html
    assert "Secret plans" not in html
    assert "nobody may read" not in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_wrong_password_is_told_and_the_right_one_opens_the_page(client, guarded):
    page = guarded("password")
    form = client.get(page.url).context
    sent = {"return_url": page.url, "password": "wrong"}
    html = client.post(form["action_url"], sent).content.decode()
    assert "The password you have entered is not correct" in html
    assert "Secret plans" not in html
    answer = client.post(form["action_url"], sent | {"password": PASSWORD}, follow=True)
    assert "Secret plans" in answer.content.decode()


@pytest.mark.parametrize(("language", "words"), [("en", "Log in"), ("zh-hans", "登录")])
def test_who_must_log_in_is_asked_in_the_language_of_the_page(client, guarded, language, words):
    page = guarded("login", language)
    answer = client.get(page.url, follow=True)
    html = answer.content.decode()
    assert f"<h1>{words}</h1>" in html
    assert f'<input type="hidden" name="next" value="{page.url}">' in html
    wrong = client.post(answer.redirect_chain[-1][0], {"username": "eve", "password": "x", "next": page.url})
    assert 'role="alert"' in wrong.content.decode()


def test_an_account_opens_the_page(client, guarded):
    get_user_model().objects.create_user("reader", password=PASSWORD)
    page = guarded("login")
    address = client.get(page.url).url
    answer = client.post(address, {"username": "reader", "password": PASSWORD, "next": page.url}, follow=True)
    assert "Secret plans" in answer.content.decode()
