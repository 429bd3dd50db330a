"""The door for a WSGI server: `granian --interface wsgi healthsite.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

from freshness.background import background
from freshness.bytecache import wrap
from freshness.memory import give_back
from operations.databases import keep_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.production")
django_application = get_wsgi_application()
# Only now there are models to import.
import_string("freshness.stored.warm.warm")()
keep_ready(import_string("freshness.stored.warm.ask_like_a_visitor"))
# What lives as long as the process is collected in vain: 80 ms each time, in the middle of somebody's page.
gc.collect()
gc.freeze()
give_back()
background.serve()
application = wrap(django_application)
