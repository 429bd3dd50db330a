"""What is drawn once in the admin is what Wagtail draws, for each person, language and moment."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from django.utils.safestring import mark_safe
from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail.users.models import UserProfile

from editorial import lean_tags
from editorial.lean_memory import Remembered
from editorial.lean_tags import RememberingContext, RememberingNode
from tests.articles.factories import make_article
from tests.comments.factories import make_comment

from .factories import make_user

STOCK = RememberingContext.__mro__[1]
GROUPS = ["Editors", "Publishers", "Moderators", "Medical reviewers"]


def asking(user, agent="Linux"):
    """Give the request (HttpRequest) of a person."""
    request = RequestFactory().get("/admin/", headers={"user-agent": agent})
    request.user = user
    return request


def drawn(tag, user=None, agent="Linux", **context):
    """Give what a tag of Wagtail's (str) draws for a person."""
    words = {"request": asking(user or AnonymousUser(), agent), **context}
    return Template("{% load wagtailadmin_tags %}{% " + tag + " %}").render(Context(words))


def as_wagtail(monkeypatch, tag, *arguments, **context):
    """Give the same without anything being remembered."""
    with monkeypatch.context() as patch:
        patch.setattr(RememberingNode, "render", lambda node, context: node.node.render(context))
        patch.setattr(wagtailadmin_tags, "JSContext", STOCK)
        return drawn(tag, *arguments, **context)


@pytest.fixture
def packed(monkeypatch):
    """What was packed by Wagtail itself (list), with nothing remembered at the beginning."""
    calls, stock = [], STOCK.pack
    monkeypatch.setattr(lean_tags, "_sidebars", Remembered(most=50))
    monkeypatch.setattr(STOCK, "pack", lambda self, entries: calls.append(entries) or stock(self, entries))
    return calls


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_persons_sidebar_is_wagtails(tree, monkeypatch, language):
    people = [make_user(f"one-of-{number}", group) for number, group in enumerate(GROUPS)]
    people.append(make_user("chief", is_superuser=True))
    with translation.override(language):
        for user in [*people, *people]:
            found = drawn("sidebar_props", user)
            assert found == as_wagtail(monkeypatch, "sidebar_props", user)
            assert user.username in found


def test_a_sidebar_is_packed_once_until_it_says_something_else(tree, packed):
    user = make_user("moderator", "Moderators")
    drawn("sidebar_props", user)
    number = len(packed)
    before = drawn("sidebar_props", user)
    assert len(packed) == number
    make_comment(make_article(tree.articles), status="pending")
    assert drawn("sidebar_props", user) != before
    assert len(packed) == number + 1


def test_who_loses_a_right_loses_the_entry(tree):
    user = make_user("editor", "Editors")
    assert "/admin/importing/" in drawn("sidebar_props", user)
    user.groups.clear()
    assert "/admin/importing/" not in drawn("sidebar_props", type(user).objects.get(pk=user.pk))


@pytest.mark.parametrize(
    ("tag", "context"),
    [
        ('icon name="cog"', {}),
        ('icon name="cog" classname="big" wrapped=True', {}),
        ('icon name="cog" title=words', {"words": "<b>"}),
        ('icon name="cog" title=words', {"words": mark_safe("<b>")}),
        ('icon name="cog" title=words', {"words": translation.gettext_lazy("Save")}),
    ],
)
def test_an_icon_is_wagtails(tag, context, monkeypatch):
    for language in ("en", "zh-hans"):
        with translation.override(language):
            stock = as_wagtail(monkeypatch, tag, **context)
            assert [drawn(tag, **context), drawn(tag, **context)] == [stock, stock]


def test_an_icon_is_drawn_once(monkeypatch):
    drawn('icon name="pick"')
    monkeypatch.setattr("django.template.library.InclusionNode.render", lambda *_all: pytest.fail("drawn"))
    assert "#icon-pick" in drawn('icon name="pick"')


def test_the_list_of_shortcuts_follows_person_language_and_machine(db, monkeypatch):
    tag, plain, without = "keyboard_shortcuts_dialog", make_user("plain"), make_user("without")
    UserProfile.objects.create(user=without, keyboard_shortcuts=False)
    found = set()
    for language in ("en", "zh-hans"):
        for user, agent in [(plain, "Linux"), (plain, "Mac"), (without, "Linux"), (plain, "Linux")]:
            with translation.override(language):
                one = drawn(tag, user, agent)
                assert one == as_wagtail(monkeypatch, tag, user, agent)
                found.add(one)
    assert len(found) == 6
