"""Who may open and change a page, by the state of the page: held to tests/protection/states.txt.

To write the file anew after a change, and then read its difference: PERMISSIONS=write pytest on this file.
"""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from tests.articles.factories import make_article
from tests.editorial.factories import make_user

from .test_permissions import ROLES, log_in, mark

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
TABLE = Path(__file__).with_name("states.txt")
STATES = ("own draft", "other's draft", "own live", "other's live", "restricted", "scheduled")
READ = (
    "{url}",
    "{url}index.md",
    "{url}handout/",
    "/api/v2/pages/{pk}/",
    "/trust/{pk}.json",
    "/comments/{pk}/",
)
READ += ("/comments/{pk}/new/", "/comments/{pk}/feedback/", "/safety/{pk}/report/", "/zh-hans/comments/{pk}/")
EDIT = ("edit", "edit/preview", "view_draft", "history", "copy", "move", "unpublish", "delete", "privacy")
EDIT += ("lock", "usage", "workflow_history", "revisions/compare/live...latest", "revisions/{revision}/view")
PLACES = [*READ, *(f"/admin/pages/{{pk}}/{name}/" for name in EDIT), "/admin/api/main/pages/{pk}/"]


@pytest.fixture
def unrendered(monkeypatch):
    """Templates give nothing: a refusal comes before them."""
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *args, **words: "")


def page_in(tree, state, owner):
    """Give an article in one of STATES; "own" ones are the `owner`'s (User or None)."""
    live = state in ("own live", "other's live", "restricted")
    mine = owner if state.startswith("own") else make_user(f"author of {state}", "Editors")
    page = make_article(tree.articles, slug=state.replace(" ", "-").replace("'", ""), live=live, owner=mine)
    page.save_revision()
    if state == "restricted":
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="a secret")
    if state == "scheduled":
        page.go_live_at = timezone.now() + timedelta(days=2)
        page.save_revision(approved_go_live_at=page.go_live_at)
    return ArticlePage.objects.get(pk=page.pk)


def row_of(client, page):
    """Give the mark (str) of each of PLACES for whoever is signed in, in one word."""
    words = {"url": page.url or f"/articles/{page.slug}/", "pk": page.pk, "revision": page.latest_revision_id}
    return "".join(mark(client, place.format(**words)) for place in PLACES)


def rows_of(client, tree, role):
    """Give the marks (dict of str by state) of a role."""
    log_in(client, role)
    client.raise_request_exception = False
    user = client.session.get("_auth_user_id")
    owner = make_user("nobody") if user is None else type(make_user("spare")).objects.get(pk=user)
    return {state: row_of(client, page_in(tree, state, owner)) for state in STATES}


def table():
    """Give the rows of the table (dict of str by "role, state")."""
    lines = [line for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]
    return dict(line.rsplit(": ", 1) for line in lines)


def write(role, rows):
    """Put the rows of one role into the table."""
    kept = table() if TABLE.exists() else {}
    kept |= {f"{role}, {state}": marks for state, marks in rows.items()}
    head = ["# A mark for each of these addresses, in this order: y let in, - refused, 0 not found."]
    head += [f"# {number:2} {place}" for number, place in enumerate(PLACES, start=1)]
    TABLE.write_text("\n".join([*head, *(f"{name}: {marks}" for name, marks in kept.items())]) + "\n")


@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_by_its_state_to_whom_the_table_says(client, tree, unrendered, role):
    rows = rows_of(client, tree, role)
    if os.environ.get("PERMISSIONS") == "write":
        write(role, rows)
    assert rows == {state: table()[f"{role}, {state}"] for state in STATES}


def test_readers_open_nothing_but_what_is_live_and_not_restricted():
    for state in ("own draft", "other's draft", "scheduled"):
        assert "y" not in table()[f"anonymous, {state}"]
    # The first address asks for the password.
    assert "y" not in table()["anonymous, restricted"][1:]
