"""What the first reader after a restart would wait for, done when the server's process begins.

`warm` and `ask_like_a_visitor` are the two parts of it.
"""

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
    """Read the program's files, addresses and date formats."""
    mark_of_checkout()
    get_resolver().url_patterns  # noqa: B018 it is read once
    for name in settings.LIVE_PARTS:
        part_of(name)
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            date_of_today("date", None)
    translation.get_language_from_path("/")  # compiles its pattern


def ask_like_a_visitor():
    """Ask for the home page of each site. A database that is away stops nothing."""
    try:
        for site in Site.objects.select_related("root_page__locale"):
            ask_for(site.root_page)
    except DatabaseError:
        logger.warning("The database does not answer while the server begins", exc_info=True)
        connection.close()
