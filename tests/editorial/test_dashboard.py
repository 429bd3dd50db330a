"""The dashboard says what to do next."""

from django.urls import reverse

from editorial.board import open_entry
from editorial.models import BoardReason
from tests.articles.factories import make_article
from tests.editorial.factories import make_user


def home(client, user):
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_editor_sees_own_pages_that_wait(client, tree):
    editor = make_user("editor", "Editors")
    open_entry(page=make_article(tree.articles, "My text", owner=editor), reason=BoardReason.CLOCK)
    open_entry(page=make_article(tree.articles, "Somebody's text"), reason=BoardReason.CLOCK)
    html = home(client, editor)
    assert ("My text" in html, "Somebody&#x27;s text" in html) == (True, False)


def test_nothing_due_is_said_in_words(client, tree):
    assert "Nothing is due" in home(client, make_user("editor", "Editors"))


def test_a_moderator_is_spared_the_medical_desk(client, tree):
    assert "What waits for me" not in home(client, make_user("moderator", "Moderators"))
