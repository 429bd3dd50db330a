"""No text of readers or editors runs: the corpus of script injections, every field, every output."""

import json
from xml.etree import ElementTree

import pytest
from django.core import mail

from comments.services.notices import tell_about_reply
from outlets.letters.backend import dressed
from tests.articles.factories import make_article
from tests.comments.factories import make_comment
from tests.editorial.factories import make_user

from .payloads import OURS, Shape, Texts, corpus
from .written import fill

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite, pytest.mark.needs("data")]
HARMLESS = ["harmless words", "more of them"]


@pytest.fixture
def filled(tree):
    """Two sets of pages (dict): one filled with the corpus, one with harmless words."""
    bad, good = Texts(corpus()), Texts(HARMLESS)
    pages = {"bad": fill(tree, bad, "bad"), "good": fill(tree, good, "good")}
    return pages | {"used": len(bad.used)}


def places(pages):
    """Give the addresses (list of str) that show what was written, for readers and for staff."""
    article = pages.article
    public = [page.url for page in vars(pages).values()]
    lists = ["/articles/", f"/articles/topics/{article.slug}/", "/conditions/", "/people/", "/search/?q=page"]
    talk = [f"{half}/comments/{article.pk}/" for half in ("", "/zh-hans")]
    staff = [f"pages/{page.pk}/edit/" for page in (article, pages.condition, pages.person)]
    staff += [
        f"pages/{article.get_parent().pk}/",
        f"pages/{article.pk}/history/",
        "reader-comments/",
        "safety/",
    ]
    return [*public, f"{article.url}handout/", *lists, *talk, *(f"/admin/{name}" for name in staff)]


def programs_get_texts_too(client, page):
    """Look at what is made for newsreaders and programs."""
    feed = ElementTree.fromstring(client.get("/feeds/new.xml").content)  # noqa: S314 our own
    for part in feed.iter():
        if part.get("type") == "html":
            assert Shape(part.text or "").wrong == []
    api = client.get(f"/api/v2/pages/{page.pk}/")
    assert api["Content-Type"].startswith("application/json")
    assert json.loads(api.content)["title"] == page.title
    twin = client.get(f"{page.url}index.md")
    assert twin["Content-Type"].startswith("text/markdown")
    assert twin["X-Content-Type-Options"] == "nosniff"


def test_no_element_and_no_attribute_is_born_from_a_text(client, filled):
    client.force_login(make_user("root", is_superuser=True))
    assert filled["used"] > 1500
    for bad, good in zip(places(filled["bad"]), places(filled["good"]), strict=True):
        answer = client.get(bad)
        found, expected = Shape(answer.content.decode()), Shape(client.get(good).content.decode())
        assert answer.status_code == 200, bad
        assert found.wrong == [], bad
        assert found.elements - expected.elements == set(), bad
    programs_get_texts_too(client, filled["bad"].article)


@pytest.mark.parametrize("half", ["", "/zh-hans"])
def test_a_text_that_is_searched_for_stays_a_text(client, tree, half):
    plain = Shape(client.get(f"{half}/search/?q=qqxyzzy").content.decode()).elements
    for text in [*OURS, *corpus()[len(OURS) :: 250]]:
        found = Shape(client.get(f"{half}/search/", {"q": text}).content.decode())
        born = {tag for tag, _name in found.elements - plain}
        assert (found.wrong, born & {"script", "img", "svg"}) == ([], set())


def test_a_letter_shows_texts(tree, django_capture_on_commit_callbacks):
    page = make_article(tree.articles, OURS[3])
    texts = Texts(corpus())
    parent = make_comment(page, email="reader@example.org", email_confirmed=True, notify_replies=True)
    reply = make_comment(page, name=texts.line(60), body=texts.joined(4800), parent=parent)
    with django_capture_on_commit_callbacks(execute=True):
        tell_about_reply(reply)
    parts = [part for letter in map(dressed, mail.outbox) for part, _kind in letter.alternatives]
    assert [Shape(part).wrong for part in parts] == [[]]


def test_a_text_that_did_run_would_be_found():
    page = f"<p>{OURS[3]}</p><a href=' java\nscript:alert(1)'>x</a><script>alert(1)</script>"
    assert Shape(page).wrong == ["img onerror", "a  java\nscript:alert(1)", "inline script"]
