"""Who may open what: every address of the URLconf, for every role, held to tests/protection/permissions.txt.

A new address fails here until it has a row. Marks: y is let in, - is refused, 0 is not found.
To write the file anew after a change, and then read its difference: PERMISSIONS=write pytest on this file.
"""

import os
from pathlib import Path

import pytest
from django.db import transaction
from django.template.backends.django import Template
from django.urls import reverse
from django.utils.safestring import SafeString

from editorial import roles
from tests.articles.factories import make_article
from tests.editorial.factories import make_user
from tests.examples import examples
from tests.surface import addresses

from .rows import make_rows

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
TABLE = Path(__file__).with_name("permissions.txt")
ROLES = ("anonymous", "editor", "reviewer", "moderator", "publisher", "superuser")
GROUPS = {
    "editor": roles.EDITORS,
    "reviewer": roles.REVIEWERS,
    "moderator": roles.MODERATORS,
    "publisher": roles.PUBLISHERS,
}
IN, REFUSED, MISSING = "y", "-", "0"


def table():
    """Give the marks (dict of str, six letters) by name and route of an address."""
    rows = [line.rsplit(maxsplit=1) for line in TABLE.read_text().splitlines() if not line.startswith("#")]
    return dict(rows)


def key(address):
    """Give how the table names an address (str)."""
    return f"{address.name} {address.route}"


@pytest.fixture
def page(tree):
    """A live article, and a row of every other kind."""
    make_user("owner", roles.PUBLISHERS)
    article = make_article(tree.articles, slug="spine", tags=["spine"])
    make_rows(article)
    return article


@pytest.fixture
def unrendered(monkeypatch):
    """Templates give nothing: a refusal comes before them, and 500 pages would take minutes."""
    monkeypatch.setattr(Template, "render", lambda *args, **words: SafeString(""))


def log_in(client, role):
    """Sign in as somebody of a role (one of ROLES)."""
    if role != "anonymous":
        options = {"is_superuser": True, "is_staff": True} if role == "superuser" else {}
        client.force_login(make_user(role, *filter(None, [GROUPS.get(role)]), **options))


class Undo(Exception):
    """Takes back what a request did."""


def mark(client, path):
    """Give the mark of one address for whoever is signed in; what takes only forms gets an empty one."""
    try:
        with transaction.atomic():
            answer = client.get(path)
            if answer.status_code == 405:
                answer = client.post(path)
            raise Undo
    except Undo:
        return mark_of(answer)


def mark_of(answer):
    """Give the mark for an answer."""
    if answer.status_code == 404:
        return MISSING
    turned_away = answer.status_code == 302 and answer.url.split("?")[0] in doors()
    return REFUSED if answer.status_code == 403 or turned_away else IN


def doors():
    """Give where those are sent who may not go on (set of str)."""
    return {reverse(name) for name in ("wagtailadmin_login", "wagtailadmin_home", "wagtailcore_login")} | {
        reverse("admin:login")
    }


def found(client, page, role):
    """Give the mark (str) by address for a role (dict)."""
    log_in(client, role)
    client.raise_request_exception = False
    words = examples(page, page.get_parent())
    left = {key(entry): entry.path(words) for entry in addresses() if "logout" not in entry.name}
    return {name: mark(client, path) for name, path in left.items()}


@pytest.mark.parametrize("role", ROLES)
def test_everybody_opens_what_the_table_says_and_no_more(client, page, unrendered, role):
    marks = found(client, page, role)
    if os.environ.get("PERMISSIONS") == "write":
        write(role, marks)
    place, rows = ROLES.index(role), table()
    assert marks.keys() - rows.keys() == set(), "addresses without a row"
    assert {name: letter for name, letter in marks.items() if letter != rows[name][place]} == {}


def test_the_table_names_no_address_that_is_gone():
    assert table().keys() - {key(entry) for entry in addresses()} == set()


def write(role, marks):
    """Put the marks of one role into the table."""
    rows = table() if TABLE.exists() else {}
    place = ROLES.index(role)
    for name, letter in marks.items():
        old = rows.get(name, "?" * len(ROLES))
        rows[name] = old[:place] + letter + old[place + 1 :]
    head = "# Name and route of an address, then: " + ", ".join(ROLES) + "\n"
    TABLE.write_text(head + "".join(f"{name} {rows[name]}\n" for name in marks))
