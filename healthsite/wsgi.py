"""The door for a WSGI server: `granian --interface wsgi healthsite.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.production")
application = get_wsgi_application()
