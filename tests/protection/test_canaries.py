"""Nothing that is not public is seen by anybody: drafts, changes, private and expired pages, comments."""

import pytest
from wagtail.models import PageViewRestriction

from comments.models import PageFeedback, Status
from editorial.models import SafetyReport
from tests.articles.factories import make_article
from tests.comments.factories import make_comment
from tests.conditions.factories import make_condition
from tests.examples import examples
from tests.pages.factories import paragraph
from tests.surface import addresses

from .rows import row_of

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
CANARY = "canaryword"
QUERIES = ("", f"?q={CANARY}", f"?search={CANARY}&fields=*&page=2&preview=1")
SHUT = ("admin/", "django-admin/")


def hidden(name):
    """Give a title (str) that nobody may see."""
    return f"{CANARY} {name}"


@pytest.fixture
def pages(tree):
    """A public article, and others that are not: the public one first."""
    condition = make_condition(tree.conditions, "Hip", slug="hip")
    public = make_article(tree.articles, "Public", slug="spine", tags=["spine"], conditions=[condition])
    draft = make_article(
        tree.articles, hidden("draft"), slug="a", live=False, tags=["spine"], summary=hidden("summary")
    )
    private = make_article(tree.articles, hidden("private"), slug="b", tags=["spine"], conditions=[condition])
    private.body = [paragraph(f"<p>{hidden('body')}</p>")]
    private.save()
    PageViewRestriction.objects.create(page=private, restriction_type="password", password=hidden("password"))
    public.title, public.summary = hidden("change"), hidden("changed summary")
    public.save_revision()
    gone = make_article(tree.articles, hidden("expired"), slug="c", tags=["spine"])
    gone.unpublish()
    return [public, draft, private, gone]


@pytest.fixture
def words(pages):
    """Words of readers that nobody has let through, on the public page."""
    public = pages[0]
    for status in Status.values:
        if status != Status.APPROVED:
            make_comment(public, status=status, name=hidden(status)[:40], body=hidden(f"{status} comment"))
    for model, field in ((PageFeedback, "text"), (SafetyReport, "text")):
        row = row_of(model, public)
        names = {part.name for part in model._meta.fields}
        model.objects.filter(pk=row.pk).update(
            **{name: CANARY for name in (field, "message", "details") if name in names}
        )
    return public


def places(pages):
    """Give every public path (list of str), with each of the pages in the place of a page."""
    found = [page.url for page in pages] + [f"{page.url}index.md" for page in pages]
    for page in pages:
        parts = examples(page, page.get_parent())
        found += [entry.path(parts) for entry in addresses() if not entry.route.startswith(SHUT)]
    return list(dict.fromkeys(found))


def leaks(client, path):
    """Say whether an anonymous answer shows what is hidden (bool); the question itself is no leak."""
    answer = client.get(path)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    shown = content.decode("utf-8", "replace")
    for echo in (f'value="{CANARY}"', f"q={CANARY}", f"search={CANARY}", f"“{CANARY}”", f"{CANARY}</"):
        shown = shown.replace(echo, "")
    return CANARY in shown


def test_no_address_shows_what_is_not_public(client, pages, words):
    tried = [path + query for path in places(pages) for query in QUERIES]
    assert [path for path in tried if leaks(client, path)] == []
    assert len(tried) > 150


def test_the_chinese_half_shows_it_neither(client, pages, words):
    tried = ["/zh-hans" + path for path in places(pages)]
    assert [path for path in tried if leaks(client, path)] == []


def test_the_canary_sings_where_it_may(client, tree):
    shown = make_article(tree.articles, hidden("public"))
    assert leaks(client, shown.url)
