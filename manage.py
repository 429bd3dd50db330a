#!/usr/bin/env python
"""Run an administrative command of the site, for example `manage.py migrate`."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def refuse_wrong_settings():
    """Say in words which setting cannot be used, instead of showing the code that stumbled over it."""
    try:
        settings.configured or settings.INSTALLED_APPS  # noqa: B018 - reading them is what may fail
    except ImproperlyConfigured as error:
        sys.exit(f"The site cannot start: {error}\n    → docs/deploying.md lists the settings.")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.dev")
    refuse_wrong_settings()
    execute_from_command_line(sys.argv)
