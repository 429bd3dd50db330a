"""The doctor's look at what stands around the site: proxy, pictures, search, cache, copy, figures."""

import importlib.util
import os

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import DatabaseError, connections
from django.utils.translation import gettext as _
from wagtail.search.backends import get_search_backend

from .findings import Finding, is_public
from .readiness import shared_cache_answers

LEAST_TOKEN = 20


def proxies():
    """Behind a proxy that is not counted all readers are one, and share the limits of one."""
    if not is_public() or settings.SECURE_PROXY_SSL_HEADER is None or settings.COMMENTS_TRUSTED_PROXIES:
        return None
    return Finding(
        _("BEHIND_TLS_PROXY is on, but COMMENTS_TRUSTED_PROXIES is 0: all readers share one address."),
        _("Set COMMENTS_TRUSTED_PROXIES to the number of your proxies, as a rule 1."),
    )


def sender():
    """Mails from localhost are thrown away by those who get them."""
    if not is_public() or not settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        return None
    return Finding(
        _("Mails come from {address}: most servers refuse them.").format(address=settings.DEFAULT_FROM_EMAIL),
        _("Set DEFAULT_FROM_EMAIL to an address of your own."),
        is_error=False,
    )


def pictures():
    """Ask the object store for a file, as a visitor's page would."""
    if not settings.STORAGES["default"]["BACKEND"].startswith("storages."):
        return None
    if importlib.util.find_spec("storages") is None:
        return _extras("MEDIA_S3_BUCKET")
    try:
        default_storage.exists("doctor")
    # Every library below has errors of its own.
    except Exception as error:
        return Finding(
            _("The object store does not answer: {reason}").format(reason=error),
            _("Look at MEDIA_S3_BUCKET and the other variables that begin with MEDIA_S3."),
        )
    return None


def search():
    """Ask OpenSearch whether it is there."""
    if "opensearch" not in settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"]:
        return None
    if importlib.util.find_spec("opensearchpy") is None:
        return _extras("SEARCH_URL")
    if _pings(get_search_backend()):
        return None
    return Finding(
        _("OpenSearch does not answer: readers find nothing."),
        _("Look at SEARCH_URL, or take it out: the site searches its database by itself."),
    )


def _pings(backend):
    return backend.es.ping()


def shared_cache():
    """Nobody waits for it, so nobody would notice that it is gone."""
    gone = shared_cache_answers() if "shared" in settings.CACHES else None
    remedy = _("Start Redis, look at CACHE_URL, or take it out: one host does not need it.")
    return Finding(gone, remedy, is_error=False) if gone else None


def copy_of_the_database():
    """Ask the copy for its name: the database itself, or one that is gone, is none."""
    if "replica" not in settings.DATABASES:
        return None
    keys = ("NAME", "HOST", "PORT")
    places = [[settings.DATABASES[alias][key] for key in keys] for alias in ("default", "replica")]
    remedy = _("Set DATABASE_REPLICA_URL to a copy that PostgreSQL keeps up, or take it out.")
    if places[0] == places[1]:
        return Finding(_("DATABASE_REPLICA_URL names the database itself."), remedy, is_error=False)
    try:
        connections["replica"].ensure_connection()
    except DatabaseError as error:
        return Finding(_("The copy of the database does not answer: {reason}").format(reason=error), remedy)
    return None


def figures():
    """Whoever guesses the token reads the figures."""
    if not settings.METRICS_TOKEN:
        return None
    if importlib.util.find_spec("prometheus_client") is None:
        return _extras("METRICS_TOKEN")
    if len(settings.METRICS_TOKEN) < LEAST_TOKEN:
        return Finding(
            _("METRICS_TOKEN is shorter than {count} characters.").format(count=LEAST_TOKEN),
            _("Set it to random characters; who shows it reads the figures at /metrics."),
        )
    return None


def backup_folder():
    """A folder that cannot be written gets no backup, at three in the morning."""
    folder = settings.BACKUP_FOLDER
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(there, os.W_OK):
        return None
    return Finding(
        _("The folder for backups, {folder}, cannot be written.").format(folder=folder),
        _("Give it to the user that the site runs as, or set BACKUP_FOLDER."),
    )


def _extras(variable):
    return Finding(
        _("{variable} is set, but what it needs is not installed.").format(variable=variable),
        _("Run: pip install --require-hashes -r requirements-extras.txt"),
    )


EXTRA_EXAMINATIONS = [
    proxies, sender, pictures, search, shared_cache, copy_of_the_database, figures, backup_folder,
]  # fmt: skip
