"""One statement, many pages."""

import pytest

from editorial.claims import open_claims
from editorial.models import BoardEntry, Fact
from tests.articles.factories import make_article


@pytest.fixture
def fact(tree):
    return Fact.objects.create(name="Helpline", text="<p>Call 112.</p>", locale=tree.home.locale)


@pytest.fixture
def page(tree, fact):
    return make_article(tree.articles, body=[("fact", fact)])


def on_the_board():
    return list(BoardEntry.objects.open().values_list("page_id", "reason", "detail"))


def test_a_page_shows_the_statement_it_places(client, page, fact):
    assert "Call 112." in client.get(page.url).content.decode()


@pytest.mark.referring
def test_changing_it_puts_every_page_that_places_it_on_the_board(page, fact, tree):
    make_article(tree.articles, "Another text")
    fact.text = "<p>Call 999.</p>"
    fact.save()
    assert on_the_board() == [(page.pk, "fact_changed", "Helpline")]


def test_renaming_it_disturbs_nobody(page, fact):
    fact.name = "Emergency number"
    fact.save()
    assert on_the_board() == []


def test_the_claim_linter_reads_it_where_it_is_placed(page, fact):
    fact.text = "<p>This tea cures arthritis.</p>"
    fact.save()
    page.refresh_from_db()
    assert [hit.rule for hit in open_claims(page)] == ["cure"]
