"""Telling a cache in front of the site (a CDN, Varnish, Squid) which addresses to ask for anew.

Only where the environment names one: `FRONT_CACHE_URL`, `FRONT_CACHE_CLOUDFLARE_ZONE` (docs/deploying.md).
"""

from django.conf import settings
from django.db import transaction
from django.db.models.signals import pre_delete
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move, pre_page_move

from comments.signals import comment_visibility_changed

# What lists many pages, besides the pages above a page.
LISTS = ("/feeds/new.xml", "/sitemap.xml", "/sitemap-pages.xml")


def connect():
    """Listen to what changes pages, where a cache in front is named."""
    if not getattr(settings, "WAGTAILFRONTENDCACHE", None):
        return
    for signal in (page_published, page_unpublished, pre_page_move, post_page_move):
        signal.connect(page_changed, dispatch_uid="front-cache")
    pre_delete.connect(page_deleted, dispatch_uid="front-cache")
    comment_visibility_changed.connect(comment_changed, dispatch_uid="front-cache")


def page_changed(instance, **_more):
    """Ask for a page, all below it, the lists it stands in, and the same in other languages."""
    pages = {page.pk: page for page in instance.get_descendants(inclusive=True).live()}
    for version in [instance, *instance.get_translations()]:
        pages |= {page.pk: page for page in version.get_ancestors(inclusive=True)}
    purge(pages.values())


def page_deleted(instance, **_more):
    """Ask for the same of a page that is about to go."""
    if isinstance(instance, Page):
        page_changed(instance)


def comment_changed(page_id, **_more):
    """Ask for the page under which a comment appeared, changed or went."""
    addresses = {page.full_url for page in Page.objects.filter(pk=page_id)}
    _ask(addresses - {None})


def purge(pages):
    """Ask for `pages` (iterable of Page) at the addresses they have now, and for what lists them."""
    parts = [page.get_url_parts() for page in pages]
    roots = {root for _site, root, path in filter(None, parts) if path}
    addresses = {root + path for _site, root, path in filter(None, parts) if path}
    _ask(addresses | {root + path for root in roots for path in LISTS})


def _ask(addresses):
    """Ask at once, after the change is committed; Wagtail logs a cache that does not answer."""
    batch = PurgeBatch()
    batch.add_urls(sorted(addresses))
    transaction.on_commit(batch.purge)
