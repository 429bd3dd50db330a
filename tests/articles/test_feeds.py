"""Feeds: what is new, updated, corrected, in each language and on each subject."""

from datetime import date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from editorial.safety.services import add_correction
from tests.conditions.factories import make_condition, make_treatment

from .factories import make_article

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
KINDS = ["new", "updated", "corrected"]


def feed(client, address):
    """Give the root element of the feed at `address`."""
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 our own answer


def titles(client, address):
    return [title.text for title in feed(client, address).findall(f"{ATOM}entry/{ATOM}title")]


def published(page, days_ago=0):
    """Say that `page` was first published some days ago."""
    moment = timezone.now() - timedelta(days=days_ago)
    type(page).objects.filter(pk=page.pk).update(first_published_at=moment)
    return page


@pytest.fixture
def article(tree):
    return published(make_article(tree.articles, "Backs", summary="Do < and & hurt?"), 10)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_feed_can_be_read(client, tree, kind):
    assert titles(client, f"/feeds/{kind}.xml") == []


def test_each_entry_has_what_atom_asks_for(client, article):
    root = feed(client, "/feeds/new.xml")
    entry = root.find(f"{ATOM}entry")
    for name in ("id", "title", "updated"):
        assert root.findtext(ATOM + name)
        assert entry.findtext(ATOM + name)
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Healthsite"
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{article.url}"
    assert entry.findtext(f"{ATOM}summary") == "Do &lt; and &amp; hurt?"


def test_the_newest_of_all_types_comes_first(client, tree, article):
    published(make_condition(tree.conditions, "Hip"), 2)
    published(make_treatment(tree.treatments, "Splint"), 5)
    assert titles(client, "/feeds/new.xml") == ["Hip", "Splint", "Backs"]


def test_only_what_everybody_may_read_is_in_a_feed(client, tree, article):
    published(make_article(tree.articles, "Draft", live=False))
    private = published(make_article(tree.articles, "Private"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    add_correction(page=private, user=None, text="Secret.")
    assert titles(client, "/feeds/new.xml") == ["Backs"]
    assert titles(client, "/feeds/corrected.xml") == []


def test_what_changed_in_substance_later_is_updated(client, tree, article):
    same_day = published(make_article(tree.articles, "Today"))
    ArticlePage.objects.filter(pk=same_day.pk).update(materially_updated_on=timezone.localdate())
    assert titles(client, "/feeds/updated.xml") == []
    ArticlePage.objects.filter(pk=article.pk).update(materially_updated_on=timezone.localdate())
    assert titles(client, "/feeds/updated.xml") == ["Backs"]


def test_a_correction_is_told_with_its_day(client, article):
    add_correction(page=article, user=None, text="It was 5 mg, not 50 mg.", made_on=date(2026, 2, 3))
    entry = feed(client, "/feeds/corrected.xml").find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "It was 5 mg, not 50 mg."
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")).date() == date(2026, 2, 3)


@pytest.mark.parametrize("kind", KINDS)
def test_whose_voice_speaks_is_said_in_every_feed(client, article, kind):
    ArticlePage.objects.update(content_label="promotional", materially_updated_on=timezone.localdate())
    add_correction(page=article, user=None, text="Corrected.")
    entry = feed(client, f"/feeds/{kind}.xml").find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Promotional: Backs"
    assert entry.find(f"{ATOM}category").get("term") == "Promotional"


def test_a_chinese_feed_has_chinese_titles_only(client, chinese_tree, article):
    published(make_article(chinese_tree.articles, "股骨头坏死：“保髋”还是“换髋”？"))
    assert titles(client, "/zh-hans/feeds/new.xml") == ["股骨头坏死：“保髋”还是“换髋”？"]
    assert feed(client, "/zh-hans/feeds/new.xml").get(f"{XML}lang") == "zh-Hans"


def test_a_topic_has_its_own_feeds(client, tree, article):
    published(make_article(tree.articles, "Discs", tags=["Disc"]))
    assert titles(client, "/feeds/topics/disc/new.xml") == ["Discs"]
    assert client.get("/feeds/topics/nothing/new.xml").status_code == 404


def test_a_condition_has_its_own_feeds(client, tree, article):
    hip = published(make_condition(tree.conditions, "Hip", slug="hip"), 1)
    published(make_article(tree.articles, "Hips", conditions=[hip]))
    assert titles(client, "/feeds/conditions/hip/new.xml") == ["Hips", "Hip"]
    assert client.get("/feeds/conditions/none/corrected.xml").status_code == 404


def test_a_title_with_control_characters_does_not_break_the_feed(client, tree):
    published(make_article(tree.articles, "Back\x0b pain\ufffe", slug="back"))
    assert titles(client, "/feeds/new.xml") == ["Back pain"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_number_of_queries_does_not_grow(client, tree, article, django_assert_max_num_queries, kind):
    def fill(*names):
        for name in names:
            add_correction(page=published(make_article(tree.articles, name), 9), user=None, text="Corrected.")
        ArticlePage.objects.update(materially_updated_on=timezone.localdate())

    fill("One")
    client.get(f"/feeds/{kind}.xml")
    with django_assert_max_num_queries(30) as few:
        client.get(f"/feeds/{kind}.xml")
    number = len(few)
    fill("Two", "Three", "Four")
    client.get(f"/feeds/{kind}.xml")
    with django_assert_max_num_queries(number):
        assert len(titles(client, f"/feeds/{kind}.xml")) > 3
