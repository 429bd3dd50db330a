"""The door for a WSGI server: `granian --interface wsgi healthsite.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from freshness.bytecache import wrap

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.production")
django_application = get_wsgi_application()
application = wrap(django_application)
