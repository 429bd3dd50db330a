"""Pages rendered and stored before somebody asks for them: after a publication what it made old.

By the worker where there is a queue, after everything else that it has to do; else by one thread of the
server, so that no editor waits. What cannot be stored in advance is stored when it is first read.
"""

from functools import cache, partial
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.utils import timezone, translation
from django_tasks import task
from django_tasks.base import TASK_MIN_PRIORITY
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from freshness.background import background
from freshness.bytecache.asking import Key, key_of, request_for
from freshness.reading import reader
from freshness.tags import subjects_of

from .rows import WHOLE, find

# Of what an article is about, so many pages at most.
MOST_SUBJECTS = 20


def connect():
    """Listen to what publishes, hides and moves pages."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(page_changed, dispatch_uid="store-pages-ahead")


def page_changed(instance, **_more):
    """Have a page stored, with the lists it stands in and what it is about, once the change is committed."""
    if settings.COUNT_CHANGES and (settings.TASK_QUEUE == "database" or background.serves):
        transaction.on_commit(partial(_soon, instance.pk))


def _soon(pk):
    if settings.TASK_QUEUE == "database":
        store_around_task.enqueue(pk)
    else:
        background.add(store_around, pk)


@task(priority=TASK_MIN_PRIORITY)
def store_around_task(pk):
    """Store what `store_around` says, by a worker."""
    store_around(pk)


def store_around(pk):
    """Store the page with this id (int), those above it in every language, and what it is about."""
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        return
    found = list(page.get_ancestors(inclusive=True).filter(depth__gt=1))
    for version in page.get_translations():
        found += version.get_ancestors().filter(depth__gt=1)
    found += Page.objects.filter(translation_key__in=subjects_of(connection, [pk]))[:MOST_SUBJECTS]
    for one in {one.pk: one for one in found}.values():
        store(one)


def store(page):
    """Store `page` for readers unless what is stored of it is good; give whether it was rendered (bool)."""
    key = key_of_page(page) if page.live else None
    if key is None:
        return False
    reader.expire()
    number = reader.current()
    if number < 0 or WHOLE in find(key, reader.words):
        return False
    return ask(key) == 200


def key_of_page(page):
    """Give the Key under which readers ask for `page`, None where it is never kept, or has no address."""
    _site, root, path = page.get_url_parts() or (None, None, None)
    if not path:
        return None
    base, root = urlsplit(settings.WAGTAILADMIN_BASE_URL), urlsplit(root)
    # The site's record may not know of the port or of the proxy that speaks https.
    known = base if base.hostname == root.hostname else root
    return key_of(request_for(Key(known.scheme, known.netloc.lower(), path, "")))


def ask_for(page):
    """Ask for `page` as a visitor does; give the status (int), None for one that is never kept."""
    key = key_of_page(page)
    return None if key is None else ask(key)


def ask(key):
    """Ask for the page under this Key as a visitor does; give the status (int)."""
    said = []
    with translation.override(settings.LANGUAGE_CODE), timezone.override(None):
        answer = _handler()(request_for(key), lambda line, *_more: said.append(int(line[:3])))
        answer.close()
    return said[0]


@cache
def _handler():
    return WSGIHandler()
