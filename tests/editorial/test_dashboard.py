"""The dashboard says what to do next."""

from datetime import date

import pytest
from django.urls import reverse

from editorial.board import open_entry
from editorial.models import BoardReason
from tests.articles.factories import make_article
from tests.editorial.factories import make_user

ALL_STEPS = ["articles:choose_parent", "conditions:choose_parent", "importing:index", "review_board"]


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


@pytest.mark.parametrize(
    ("group", "steps"),
    [
        (
            "Editors",
            {"articles:choose_parent", "conditions:choose_parent", "importing:index", "review_board"},
        ),
        ("Medical reviewers", {"review_board"}),
        ("Moderators", set()),
    ],
)
def test_everybody_is_offered_what_they_may_begin(client, tree, group, steps):
    html = home(client, make_user("kim", group))
    begin = html.partition('<ul class="begin">')[2].partition("</ul>")[0]
    offered = {name for name in ALL_STEPS if reverse(name) in begin}
    assert offered == steps


def test_a_day_to_come_is_written_out(client, tree):
    make_article(tree.articles, next_review_due=date(2031, 5, 3))
    client.force_login(make_user("editor", "Editors"))
    assert "3 May 2031" in client.get(reverse("articles:index")).content.decode()
