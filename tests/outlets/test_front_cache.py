"""A cache in front of the site is told what to ask for anew."""

from urllib.parse import urlsplit

import pytest
from django.db.models.signals import pre_delete
from wagtail.contrib.frontend_cache.backends import BaseBackend
from wagtail.signals import page_published, page_unpublished, post_page_move, pre_page_move

from comments.signals import comment_visibility_changed
from healthsite.settings.environment import env
from healthsite.settings.freshness import front_caches
from outlets.front_cache import connect
from pages.models import StandardPage
from tests.articles.factories import make_article

pytestmark = pytest.mark.sqlite
SIGNALS = (
    page_published,
    page_unpublished,
    pre_page_move,
    post_page_move,
    pre_delete,
    comment_visibility_changed,
)
asked = []


class Cache(BaseBackend):
    """One that writes down what it is asked for."""

    def purge(self, url):
        asked.append(urlsplit(url).path)


@pytest.fixture
def purged(tree, settings, django_capture_on_commit_callbacks):
    """Give a function: the paths (list) that the cache is told after an act."""
    settings.WAGTAILFRONTENDCACHE = {"test": {"BACKEND": f"{__name__}.Cache"}}
    connect()

    def after(act):
        asked.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return asked

    yield after
    for signal in SIGNALS:
        signal.disconnect(dispatch_uid="front-cache")


def test_a_published_page_its_lists_feed_and_sitemap_are_named(purged, tree):
    article = make_article(tree.articles, "One", slug="one")
    found = purged(article.save_revision().publish)
    assert {"/", "/articles/", "/articles/one/", "/feeds/new.xml", "/sitemap.xml"} <= set(found)


def test_a_page_that_goes_is_named(purged, tree):
    article = make_article(tree.articles, "One", slug="one")
    assert "/articles/one/" in purged(article.unpublish)
    assert "/articles/one/" in purged(article.delete)


def test_a_moved_page_is_named_at_both_addresses(purged, tree):
    about, privacy = (
        tree.home.add_child(instance=StandardPage(title=slug, slug=slug, locale=tree.home.locale))
        for slug in ("about", "privacy")
    )
    found = purged(lambda: privacy.move(about, pos="last-child"))
    assert {"/privacy/", "/about/privacy/"} <= set(found)


def test_a_page_whose_comments_changed_is_named_alone(purged, tree):
    article = make_article(tree.articles, "One", slug="one")
    told = {"page_id": article.pk, "comment_id": 1, "visible": True}
    assert purged(lambda: comment_visibility_changed.send(None, **told)) == ["/articles/one/"]


def test_the_environment_names_the_caches(monkeypatch):
    assert front_caches(env) == {}
    monkeypatch.setenv("FRONT_CACHE_URL", "http://varnish:6081")
    monkeypatch.setenv("FRONT_CACHE_CLOUDFLARE_ZONE", "zone")
    assert sorted(front_caches(env)) == ["cloudflare", "http"]
