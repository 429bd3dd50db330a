"""The door for a WSGI server: `granian --interface wsgi healthsite.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from freshness.background import background
from freshness.bytecache import wrap

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.production")
django_application = get_wsgi_application()
# Only now there are models to import.
import_string("freshness.stored.warm.warm")()
background.serve()
application = wrap(django_application)
