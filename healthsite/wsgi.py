"""The door for a WSGI server: `granian --interface wsgi healthsite.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from freshness.background import background
from freshness.bytecache import wrap
from freshness.checkout import mark_of_checkout

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.production")
django_application = get_wsgi_application()
# What the first reader after a restart would wait for.
mark_of_checkout()
get_resolver().url_patterns  # noqa: B018 it is read once
background.serve()
application = wrap(django_application)
