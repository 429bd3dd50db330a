"""What the first reader after a restart would wait for, done when the server's process begins."""

import logging

from django.conf import settings
from django.db import DatabaseError, connection
from django.urls import get_resolver
from django.utils import translation
from wagtail.models import Site

from freshness.checkout import mark_of_checkout
from freshness.templatetags.clock import date_of_today

from .ahead import ask_for
from .middleware import part_of

logger = logging.getLogger(__name__)


def warm():
    """Read the program's files, addresses and date formats, and ask for the home page like a visitor.

    A database that is away stops nothing.
    """
    mark_of_checkout()
    get_resolver().url_patterns  # noqa: B018 it is read once
    for name in settings.LIVE_PARTS:
        part_of(name)
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            date_of_today("date", None)
    translation.get_language_from_path("/")  # compiles its pattern
    try:
        for site in Site.objects.select_related("root_page__locale"):
            ask_for(site.root_page)
    except DatabaseError:
        logger.warning("The database does not answer while the server begins", exc_info=True)
    finally:
        # SQLite opens faster for the others while one is open.
        if connection.vendor != "sqlite":
            connection.close()
